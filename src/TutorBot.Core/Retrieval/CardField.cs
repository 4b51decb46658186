namespace TutorBot.Core.Retrieval;

/// <summary>A part of a card that can answer a question by itself.</summary>
public enum CardField
{
    /// <summary>What the term means.</summary>
    Definition,

    /// <summary>How it works, or an example.</summary>
    HowItWorks,

    /// <summary>A line to remember.</summary>
    QuickTip,
}
