namespace TutorBot.Core.Retrieval;

/// <summary>What the tutor dares to say, by its confidence.</summary>
public enum Band
{
    /// <summary>Nothing in the decks covers it.</summary>
    Decline,

    /// <summary>Not certain: the closest cards as buttons.</summary>
    Suggest,

    /// <summary>The card is the answer.</summary>
    Answer,
}
