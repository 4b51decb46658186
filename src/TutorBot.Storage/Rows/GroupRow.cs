using TutorBot.Core.Groups;

namespace TutorBot.Storage.Rows;

/// <summary>A study group.</summary>
internal sealed class GroupRow
{
    public string Id { get; set; } = "";

    public string Platform { get; set; } = "";

    public string Workspace { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Name { get; set; } = "";

    public string NameKey { get; set; } = "";

    public string Decks { get; set; } = "";

    public JoinPolicy JoinPolicy { get; set; }

    public string JoinCode { get; set; } = "";

    public bool HasRecap { get; set; } = true;

    public bool HasThrowback { get; set; } = true;

    public DateTimeOffset MadeAt { get; set; }
}
