namespace TutorBot.Core.Groups;

/// <summary>Whether a person takes part in a group.</summary>
public enum MemberState
{
    /// <summary>Takes part.</summary>
    Active,

    /// <summary>Asked to join; a captain has not accepted yet.</summary>
    Waiting,

    /// <summary>Left or was removed: hidden at once, anonymised after 30 days.</summary>
    Left,

    /// <summary>Takes part but is never listed or counted (staff, bots).</summary>
    Excluded,
}
