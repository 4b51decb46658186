namespace TutorBot.Core.Schedules;

/// <summary>Names a schedule; random, never reused.</summary>
/// <param name="Value">1 to 40 letters and digits.</param>
public readonly record struct ScheduleId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
