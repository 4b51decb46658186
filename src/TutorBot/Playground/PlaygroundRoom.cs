using TutorBot.Core.Chat;

namespace TutorBot.Playground;

/// <summary>One of the playground's channels.</summary>
/// <param name="Id">Lower case; also its name.</param>
/// <param name="Zone">The IANA zone whose clocks it follows.</param>
internal sealed record PlaygroundRoom(string Id, string Zone)
{
    /// <summary>All of them: one by this machine's clocks, and one far away, to try a quiz in two zones.</summary>
    public static IReadOnlyList<PlaygroundRoom> All { get; } =
        [new("general", TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC"), new("kathmandu", "Asia/Kathmandu")];

    /// <summary>The channel as the core knows channels.</summary>
    public ChannelRef Ref => new("playground", "playground", Id);

    /// <summary>The channel of this id, or null.</summary>
    public static PlaygroundRoom? Find(string? id) => All.FirstOrDefault(room => room.Id == id);
}
