namespace TutorBot.Core.Privacy;

/// <summary>How long things are kept: the stores enforce these, and <c>/privacy show</c> prints them.</summary>
public static class Retention
{
    /// <summary>Days after which a person who left a group is anonymised there.</summary>
    public const int LeftMembersDays = 30;

    /// <summary>Days after which what belongs to a server that removed the tutor is erased: its groups, schedules and points.</summary>
    public const int DepartedServersDays = 30;

    /// <summary>Days for which the minutes of connection are kept; they are nobody's.</summary>
    public const int ConnectionsDays = 60;

    /// <summary>Hours for which practice questions are kept.</summary>
    public const int PracticeHours = 24;

    /// <summary>Minutes for which it is kept which cards, round or board a person was last shown, for <c>/why</c>.</summary>
    public const int LastShownMinutes = 10;

    /// <summary>Days for which something to tell waits for a person's next reply.</summary>
    public const int NoticesDays = 30;

    /// <summary>Days after which a handled report is deleted.</summary>
    public const int HandledReportsDays = 90;
}
