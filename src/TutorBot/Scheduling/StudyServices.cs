using System.Security.Cryptography;
using Quartz;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Explanations;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Practice;
using TutorBot.Core.Quizzes.Reminders;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Recaps;
using TutorBot.Core.Schedules;
using TutorBot.Core.Settings;
using TutorBot.Core.Telling;
using TutorBot.Core.Welcome;
using TutorBot.Core.Zones;
using TutorBot.Storage;

namespace TutorBot.Scheduling;

/// <summary>Puts together what is kept and what happens by the clock.</summary>
internal static class StudyServices
{
    /// <summary>Stores, handlers and schedules on an opened database.</summary>
    /// <param name="services">Where; a clock, a retriever and at least one platform must be there too.</param>
    /// <param name="database">The database.</param>
    /// <param name="limits">What schedules may be set to.</param>
    /// <param name="triggersFile">With SQLite: the file of Quartz's triggers. Apart, so that it never waits for a click or a click for it; they can be derived.</param>
    /// <param name="ignoreKey">Under which ids of ignored people are hashed.</param>
    /// <param name="time">The clock.</param>
    public static IServiceCollection AddStudy(this IServiceCollection services, Database database, QuizLimits limits, string triggersFile, IgnoreKey ignoreKey, TimeProvider time)
    {
        services.AddSingleton(database).AddSingleton(limits).AddSingleton(ignoreKey);
        services.AddSingleton(new RandomSource(RandomNumberGenerator.GetBytes));
        services.AddSingleton<IZones, CityZones>();
        services.AddSingleton<IPeople, PeopleStore>().AddSingleton<IGroups, GroupStore>().AddSingleton<ISchedules, ScheduleStore>();
        services.AddSingleton<IRounds, RoundStore>().AddSingleton<ILedger, LedgerStore>().AddSingleton<IMemories, MemoryStore>();
        services.AddSingleton<IPractices, PracticeStore>().AddSingleton<IReports, ReportStore>().AddSingleton<IAways, AwayStore>().AddSingleton<IConnectionLog, ConnectionLogStore>();
        services.AddSingleton<IPersonalData, PersonalDataStore>().AddSingleton<PrivacyHandler>();
        services.AddSingleton<GroupAccess>().AddSingleton<WaitingRoom>().AddSingleton<GroupHandler>().AddSingleton<CaptainHandler>().AddSingleton<TimezoneHandler>();
        services.AddSingleton<ScheduleAccess>().AddSingleton<ScheduleHandler>().AddSingleton<ScheduleActionHandler>().AddSingleton<RoundCorrectionHandler>();
        services.AddSingleton<RoundMaker>().AddSingleton<RoundOpener>().AddSingleton<RoundCloser>().AddSingleton<PostPublisher>().AddSingleton<DailyQuiz>();
        services.AddSingleton<RoundEntry>().AddSingleton<RoundHandler>().AddSingleton<AwayHandler>().AddSingleton<ClosedBook>().AddSingleton<PracticeCards>().AddSingleton<PracticeHandler>().AddSingleton<ReportHandler>();
        services.AddSingleton<BoardReader>().AddSingleton<LeaderboardHandler>().AddSingleton<MeHandler>().AddSingleton<StudyHandlers>();
        services.AddSingleton<INotices, NoticeStore>().AddSingleton<Teller>().AddSingleton<IReminders, ReminderStore>().AddSingleton<Reminders>();
        services.AddSingleton<IRecaps, RecapStore>().AddSingleton<WeeklyRecap>().AddSingleton<SettingsHandler>().AddSingleton<RoundRegrader>().AddSingleton<InboxNotices>();
        services.AddSingleton<IServers, ServerStore>().AddSingleton<FirstWord>().AddSingleton<Departures>().AddSingleton<ILeases, LeaseStore>();
        services.AddSingleton<IShown, ShownStore>().AddSingleton<WhyHandler>().AddSingleton<IInvitations, InvitationStore>().AddSingleton<InvitationHandler>();
        services.AddSingleton<IReadOnlyList<IPlatform>>(provider => [.. provider.GetServices<IPlatform>()]);
        services.AddSingleton<IScheduleTimer, QuartzTimer>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(time);
            quartz.UsePersistentStore(store =>
            {
                if (database.IsPostgres)
                {
                    store.UsePostgres(database.ConnectionString);
                    store.UseClustering(_ => { });
                }
                else
                {
                    store.UseSqlite($"Data Source={triggersFile}");
                }

                store.ProvisionSchema();
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<RoundUpdates>();
        return services;
    }
}
