namespace TutorBot.Core.Retrieval;

/// <summary>Which side of a search a text stands on: models of the e5 and arctic families prefix the two differently.</summary>
public enum TextKind
{
    /// <summary>A text to be found: a card.</summary>
    Passage,

    /// <summary>A text to find with: a question.</summary>
    Query,
}
