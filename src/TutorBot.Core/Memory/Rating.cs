namespace TutorBot.Core.Memory;

/// <summary>How well a person recalled a card; the numbers are those of FSRS and of Anki's four buttons.</summary>
public enum Rating
{
    /// <summary>Not recalled.</summary>
    Again = 1,

    /// <summary>Recalled with effort, or by a guess.</summary>
    Hard = 2,

    /// <summary>Recalled.</summary>
    Good = 3,

    /// <summary>Recalled without effort.</summary>
    Easy = 4,
}
