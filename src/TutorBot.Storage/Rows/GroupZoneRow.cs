namespace TutorBot.Storage.Rows;

/// <summary>A zone that a group has from a Monday on.</summary>
internal sealed class GroupZoneRow
{
    public string GroupId { get; set; } = "";

    public DateOnly From { get; set; }

    public string Zone { get; set; } = "";
}
