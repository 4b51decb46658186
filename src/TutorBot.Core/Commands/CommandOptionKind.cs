namespace TutorBot.Core.Commands;

/// <summary>What a command's option takes; platforms offer the fitting input.</summary>
public enum CommandOptionKind
{
    /// <summary>Free text to the end of the line, or in quotation marks.</summary>
    Text,

    /// <summary>A card: its name or number, with autocomplete.</summary>
    Card,

    /// <summary>One of the named choices.</summary>
    Choice,
}
