using TutorBot.Core.Chat;

namespace TutorBot.Playground;

/// <summary>One of the people that a visitor can be.</summary>
/// <param name="Id">Lower case.</param>
/// <param name="Name">As shown.</param>
internal sealed record PlaygroundPerson(string Id, string Name)
{
    /// <summary>All of them; the first is who a visitor is at first.</summary>
    public static IReadOnlyList<PlaygroundPerson> All { get; } =
        [new("ada", "Ada"), new("grace", "Grace"), new("katherine", "Katherine"), new("alan", "Alan")];

    /// <summary>The person as the core knows people.</summary>
    public UserRef Ref => new("playground", "playground", Id);

    /// <summary>The person of this id, or null.</summary>
    public static PlaygroundPerson? Find(string? id) => All.FirstOrDefault(person => person.Id == id);
}
