namespace TutorBot.Benchmarks;

/// <summary>What somebody does.</summary>
internal enum LoadKind
{
    /// <summary>Presses a letter of the open round.</summary>
    Answer,

    /// <summary>Asks.</summary>
    Ask,

    /// <summary>Is typing a card's name.</summary>
    Complete,

    /// <summary>Looks at the board.</summary>
    Board,
}
