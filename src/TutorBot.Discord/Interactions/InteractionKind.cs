namespace TutorBot.Discord.Interactions;

/// <summary>What somebody did: an interaction's <c>type</c>. Source: Discord's receiving and responding page.</summary>
internal enum InteractionKind
{
    /// <summary>Typed a command.</summary>
    Command = 2,

    /// <summary>Pressed a button, or chose from a menu.</summary>
    Component = 3,

    /// <summary>Is typing a command's option.</summary>
    Autocomplete = 4,

    /// <summary>Sent a form.</summary>
    Modal = 5,
}
