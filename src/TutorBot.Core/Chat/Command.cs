namespace TutorBot.Core.Chat;

/// <summary>
/// Something a person asks the tutor to do: typed, picked from a menu or carried by a button. Each slice declares its
/// own commands as sealed records; <c>Commands/CommandCatalog</c> lists them all.
/// </summary>
public abstract record Command
{
    /// <summary>Who sees the reply. Private unless a command says otherwise.</summary>
    public virtual Audience Audience => Audience.Asker;

    /// <summary>Whether it means nothing in a direct message.</summary>
    public virtual bool NeedsChannel => false;

    /// <summary>
    /// What has to be typed before it does anything: the label of a form's only field, at most 45 characters; null: nothing.
    /// A platform asks for it when the command's button is pressed.
    /// </summary>
    public virtual string? Asks => null;

    /// <summary>The command with what was typed; one that asks for nothing is the same.</summary>
    public virtual Command WithTyped(string typed) => this;
}
