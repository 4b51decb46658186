using TutorBot.Core.Explanations;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Practice;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Settings;
using TutorBot.Core.Telling;
using TutorBot.Core.Welcome;

namespace TutorBot.Core.Commands;

/// <summary>The handlers of everything that is kept: groups, schedules, rounds, practice, boards.</summary>
public sealed record StudyHandlers(
    GroupHandler Groups,
    CaptainHandler Captains,
    TimezoneHandler Timezones,
    ScheduleHandler Schedules,
    ScheduleActionHandler ScheduleActions,
    RoundCorrectionHandler Corrections,
    RoundHandler Rounds,
    AwayHandler Aways,
    PracticeHandler Practice,
    ReportHandler Reports,
    LeaderboardHandler Leaderboards,
    MeHandler Me,
    BoardReader Boards,
    SettingsHandler Settings,
    WhyHandler Why,
    InvitationHandler Invitations,
    PrivacyHandler Privacy,
    ClosedBook ClosedBook,
    INotices Notices,
    FirstWord FirstWord,
    IShown Shown);
