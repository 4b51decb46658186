using System.Globalization;
using System.Text;

namespace TutorBot.Core.Cards;

/// <summary>
/// Notices changes in a decks folder by looking twice a second: that works on every file system, network mounts and
/// containers included, where notifications do not.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="time">When to look.</param>
public sealed class DeckWatcher(string folder, TimeProvider time)
{
    /// <summary>How long between two looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// Calls back after each change, once the folder stayed as it is for one look, so that a file is not read while an
    /// editor still writes it. Ends with the token.
    /// </summary>
    public async Task RunAsync(Func<CancellationToken, Task> onChange, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(onChange);
        using var timer = new PeriodicTimer(Interval, time);
        var known = Signature();
        var last = known;
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            var now = Signature();
            if (now == last && now != known)
            {
                known = now;
                await onChange(cancellationToken).ConfigureAwait(false);
            }

            last = now;
        }
    }

    /// <summary>Names, sizes and times of the files; a file that vanishes meanwhile counts as gone.</summary>
    private string Signature()
    {
        var signature = new StringBuilder();
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.md").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                signature.Append(CultureInfo.InvariantCulture, $"{file.Name}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
            }
        }
        catch (IOException)
        {
            signature.Append("changing");
        }
        catch (UnauthorizedAccessException)
        {
            signature.Append("closed");
        }

        return signature.ToString();
    }
}
