namespace TutorBot.Core.Welcome;

/// <summary>Servers that removed the tutor: it is noted when, and after <see cref="Privacy.Retention.DepartedServersDays"/> days all that is theirs is erased.</summary>
public sealed class Departures(IServers servers, TimeProvider time)
{
    /// <summary>A server removed the tutor.</summary>
    public Task LeaveAsync(string platform, string workspace, CancellationToken cancellationToken) =>
        servers.LeaveAsync(platform, workspace, time.GetUtcNow(), cancellationToken);

    /// <summary>Notes who removed it while it was not there to see it.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="present">The servers that it is in now.</param>
    /// <param name="isKnown">Whether a server that is not among them would be: another connection may know of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CompareAsync(string platform, IReadOnlySet<string> present, Func<string, bool> isKnown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(isKnown);
        foreach (var workspace in await servers.PresentAsync(platform, cancellationToken).ConfigureAwait(false))
        {
            if (!present.Contains(workspace) && isKnown(workspace))
            {
                await LeaveAsync(platform, workspace, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
