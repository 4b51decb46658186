namespace TutorBot.Core.Welcome;

/// <summary>The servers and workspaces that invited the tutor, and whether it has spoken there. Each method is one transaction.</summary>
public interface IServers
{
    /// <summary>Notes that the tutor is in a server; true where it has not spoken there yet.</summary>
    Task<bool> NoteAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes that it has spoken there; false where it had before, or never came there.</summary>
    Task<bool> TryGreetAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The servers in which it has still to speak.</summary>
    Task<IReadOnlyList<(string Platform, string Workspace)>> UngreetedAsync(CancellationToken cancellationToken);
}
