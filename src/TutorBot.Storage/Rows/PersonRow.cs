using TutorBot.Core.People;

namespace TutorBot.Storage.Rows;

/// <summary>A person.</summary>
internal sealed class PersonRow
{
    public long Id { get; set; }

    public string Platform { get; set; } = "";

    public string Realm { get; set; } = "";

    public string UserId { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Zone { get; set; }

    public Visibility Visibility { get; set; }

    public bool IsReminded { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    public DateTimeOffset MetAt { get; set; }
}
