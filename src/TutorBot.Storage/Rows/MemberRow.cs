using TutorBot.Core.Groups;

namespace TutorBot.Storage.Rows;

/// <summary>A person in a group.</summary>
internal sealed class MemberRow
{
    public string GroupId { get; set; } = "";

    public long PersonId { get; set; }

    public MemberState State { get; set; }

    public bool IsCaptain { get; set; }

    public bool IsAskedToBeCaptain { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }
}
