namespace TutorBot.Core.People;

/// <summary>Names a person in the database. It says nothing about who it is; deleting the person breaks the link for good.</summary>
/// <param name="Value">From 1; 0 is a former member.</param>
public readonly record struct PersonId(long Value)
{
    /// <summary>Whoever deleted their data: their points stay in totals, without a row or a rank.</summary>
    public static PersonId Former => new(0);
}
