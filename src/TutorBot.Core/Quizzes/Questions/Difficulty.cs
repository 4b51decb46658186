using System.Text.Json.Serialization;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>How near the wrong options are to the right one in meaning. In JSON it is its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Difficulty>))]
public enum Difficulty
{
    /// <summary>Far ones.</summary>
    Easy,

    /// <summary>Near ones, of which some may be very near.</summary>
    Normal,

    /// <summary>The nearest ones.</summary>
    Hard,
}
