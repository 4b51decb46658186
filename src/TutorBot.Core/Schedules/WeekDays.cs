namespace TutorBot.Core.Schedules;

/// <summary>Days of the week on which something happens.</summary>
[Flags]
#pragma warning disable CA1711 // "Days" is what people say; a flags enum is what it is.
public enum WeekDays
#pragma warning restore CA1711
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>On Mondays.</summary>
    Monday = 1,

    /// <summary>On Tuesdays.</summary>
    Tuesday = 2,

    /// <summary>On Wednesdays.</summary>
    Wednesday = 4,

    /// <summary>On Thursdays.</summary>
    Thursday = 8,

    /// <summary>On Fridays.</summary>
    Friday = 16,

    /// <summary>On Saturdays.</summary>
    Saturday = 32,

    /// <summary>On Sundays.</summary>
    Sunday = 64,

    /// <summary>Monday to Friday: the default.</summary>
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>Every day.</summary>
    All = Workdays | Saturday | Sunday,
}
