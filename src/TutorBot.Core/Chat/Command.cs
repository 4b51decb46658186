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
}
