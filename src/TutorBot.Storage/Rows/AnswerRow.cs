using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Storage.Rows;

/// <summary>What a person did with a round.</summary>
internal sealed class AnswerRow
{
    public string RoundId { get; set; } = "";

    public long PersonId { get; set; }

    public int? Choice { get; set; }

    public Stake Stake { get; set; }

    public bool IsHinted { get; set; }

    public int? Removed { get; set; }

    public DateTimeOffset At { get; set; }

    public string Event { get; set; } = "";

    public DateTimeOffset? ChosenAt { get; set; }

    /// <summary>What the rest is made of; see <see cref="ClickLog"/>.</summary>
    public string Clicks { get; set; } = "";
}
