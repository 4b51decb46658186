using TutorBot.Core.Chat;

namespace TutorBot.Core.Cards;

/// <summary>Who looks after a deck: those named for it, else the operators.</summary>
/// <param name="named">By the deck's id, whatever its case.</param>
/// <param name="operators">Who runs this tutor.</param>
public sealed class DeckOwners(IReadOnlyDictionary<string, IReadOnlyList<UserRef>> named, Operators operators)
{
    /// <summary>The owners of a deck.</summary>
    public IReadOnlyList<UserRef> Of(string deck) => named.TryGetValue(deck, out var owners) ? owners : operators.All;

    /// <summary>Whether a person owns a deck.</summary>
    public bool Owns(UserRef person, string deck) => Of(deck).Contains(person);

    /// <summary>Whether a person owns any deck.</summary>
    public bool OwnsAny(UserRef person) => operators.All.Contains(person) || named.Values.Any(owners => owners.Contains(person));
}
