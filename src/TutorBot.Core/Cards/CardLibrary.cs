namespace TutorBot.Core.Cards;

/// <summary>The decks in use: one reference to an immutable snapshot, swapped whole on reload.</summary>
public sealed class CardLibrary
{
    private volatile LibrarySnapshot _current = LibrarySnapshot.Empty;

    /// <summary>The decks now. Read it once per request.</summary>
    public LibrarySnapshot Current => _current;

    /// <summary>Puts another snapshot in its place.</summary>
    public void Replace(LibrarySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _current = snapshot;
    }
}
