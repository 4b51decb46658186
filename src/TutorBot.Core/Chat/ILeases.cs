namespace TutorBot.Core.Chat;

/// <summary>What only one of several workers on one database does at a time.</summary>
public interface ILeases
{
    /// <summary>Takes it, or keeps it; false while another worker has it.</summary>
    /// <param name="name">What.</param>
    /// <param name="holder">Names the worker.</param>
    /// <param name="now">Now.</param>
    /// <param name="until">When another may take it, unless it is kept before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> TryHoldAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives it back, so that another need not wait.</summary>
    Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken);
}
