namespace TutorBot.Core.Groups;

/// <summary>Names a group; random, never reused.</summary>
/// <param name="Value">1 to 40 letters and digits.</param>
public readonly record struct GroupId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
