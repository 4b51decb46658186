namespace TutorBot.Core.Privacy;

/// <summary>How long things are kept: the stores enforce these, and <c>/privacy show</c> prints them.</summary>
public static class Retention
{
    /// <summary>Days after which a person who left a group is anonymised there.</summary>
    public const int LeftMembersDays = 30;

    /// <summary>Days for which the minutes of connection are kept; they are nobody's.</summary>
    public const int ConnectionsDays = 60;

    /// <summary>Hours for which practice questions are kept.</summary>
    public const int PracticeHours = 24;

    /// <summary>Days after which a handled report is deleted.</summary>
    public const int HandledReportsDays = 90;
}
