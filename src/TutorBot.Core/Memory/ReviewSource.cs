namespace TutorBot.Core.Memory;

/// <summary>What an entry of the review log comes from.</summary>
public enum ReviewSource
{
    /// <summary>An answer to a scheduled round, logged at its close.</summary>
    Quiz = 1,

    /// <summary>An answer to a practice question, <c>/quiz</c>.</summary>
    Practice = 2,

    /// <summary>A card of one's own review, <c>/review</c>.</summary>
    Review = 3,

    /// <summary>A later entry that takes the place of an earlier one: a regrade, a void round, an undo.</summary>
    Correction = 4,
}
