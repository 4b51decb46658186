using TutorBot.Core.Explanations;

namespace TutorBot.Storage.Rows;

/// <summary>What a person was last shown in a channel.</summary>
internal sealed class ShownRow
{
    public long PersonId { get; set; }

    public string Platform { get; set; } = "";

    public string Workspace { get; set; } = "";

    public string Channel { get; set; } = "";

    public ShownKind Kind { get; set; }

    public string Reference { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
