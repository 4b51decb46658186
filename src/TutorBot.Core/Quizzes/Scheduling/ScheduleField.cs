namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>What of a schedule a choice changes.</summary>
public enum ScheduleField
{
    /// <summary>The days.</summary>
    Days,

    /// <summary>When it is posted.</summary>
    PostAt,

    /// <summary>When it closes.</summary>
    CloseAt,

    /// <summary>The zone of the channel where the choice is made.</summary>
    Zone,
}
