using TutorBot.Core.Telling;

namespace TutorBot.Core.Groups;

/// <summary>What captains are told.</summary>
public static class CaptainNotices
{
    /// <summary>Tells the captains of a group.</summary>
    /// <param name="teller">By whom.</param>
    /// <param name="members">Everyone in the group.</param>
    /// <param name="notice">What; the nonce is made each captain's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task TellCaptainsAsync(this Teller teller, IEnumerable<Member> members, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(teller);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(notice);
        foreach (var captain in GroupRights.Captains(members))
        {
            await teller.TellAsync(captain.Person, notice with { Nonce = $"{notice.Nonce}/{captain.Person.Value}" }, cancellationToken).ConfigureAwait(false);
        }
    }
}
