namespace TutorBot.Core.Chat;

/// <summary>How loud a paragraph is. Never the only signal: the words say the same.</summary>
public enum Tone
{
    /// <summary>The answer itself.</summary>
    Normal,

    /// <summary>Small print: sources, hints, what to do next.</summary>
    Quiet,

    /// <summary>The question or text that the reply refers to.</summary>
    Quote,
}
