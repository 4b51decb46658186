namespace TutorBot.Core.Welcome;

/// <summary>The servers and workspaces that invited the tutor, and whether it has spoken there. Each method is one transaction.</summary>
public interface IServers
{
    /// <summary>Notes that the tutor is in a server: since when, where it has not spoken there yet; null: it has.</summary>
    Task<DateTimeOffset?> NoteAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes that a server removed the tutor: invited again, it speaks again.</summary>
    Task LeaveAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The servers of a platform that have not removed it.</summary>
    Task<IReadOnlyList<string>> PresentAsync(string platform, CancellationToken cancellationToken);

    /// <summary>Notes that it has spoken there; false where it had before, or never came there.</summary>
    Task<bool> TryGreetAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The servers in which it has still to speak.</summary>
    Task<IReadOnlyList<(string Platform, string Workspace)>> UngreetedAsync(CancellationToken cancellationToken);
}
