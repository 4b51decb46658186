using System.Globalization;
using TutorBot.Core.Chat;
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
using TutorBot.Core.Schedules;
using TutorBot.Core.Settings;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Commands;

/// <summary>The part of <see cref="CommandCodec"/> that knows groups, rounds, schedules and boards. Ids are at most 40 letters and digits.</summary>
internal static class StudyCodec
{
    private const int LongestId = 64;

    /// <summary>The command's id, or null: no button carries it.</summary>
    public static string? Encode(Command command) => command switch
    {
        AnswerRound answer => Text("a", answer.Round, answer.Option),
        StakeRound stake => Text("stake", stake.Round, (int)stake.Stake),
        HintRound hint => Text("hint", hint.Round),
        ShowRound show => Text("round", show.Round),
        ReportRound report => Text("report", report.Round),
        ExplainQuiz => "how",
        Daily { Option: null, Stake: null, IsHint: false } => "daily",
        StartPractice { Deck: null, Count: 1, Form: null, Answer: null } => "quiz",
        AnswerPractice answer => Text("p", answer.Id, answer.Option),
        TypePractice { Typed: null } type => Text("ptype", type.Id),
        RevealPractice reveal => Text("preveal", reveal.Id),
        RatePractice rate => Text("prate", rate.Id, (int)rate.Rating),
        NextPractice next => Text("pnext", next.Id),
        ShowInbox => "inbox",
        HandleReport handle => Text("handled", handle.Id),
        ShowLeaderboard { Name: null } board => Text("board", board.Group, (int)board.Period, (int)board.Board),
        PostBoard post => Text("postboard", post.Group, (int)post.Period, (int)post.Board),
        SetReminded set => Text("remind", set.IsReminded),
        ShowSettings => "settings",
        SwitchGroupSetting set => Text("switch", set.Group, (int)set.Setting, set.IsOn),
        Explain explain => Text("why", (int?)explain.Kind),
        RegradeReported regrade => Text("regrade", regrade.Round, regrade.Option),
        InviteChannel invite => Text("invite", invite.Group),
        ShowMe => "me",
        CreateGroup { Name: "" } => "newgroup",
        JoinGroup { Group: { } group, Typed: "" } => Text("join", group),
        LeaveGroup leave => Text("leave", leave.Group),
        ListGroups => "groups",
        ShowGroup { Name: null } show => Text("group", show.Group),
        AcceptMember accept => Text("accept", accept.Group, accept.Person.Value),
        AcceptCaptaincy accept => Text("captain", accept.Group),
        StepDown step => Text("nocaptain", step.Group),
        DeleteGroup delete => Text("delgroup", delete.Group, delete.IsConfirmed),
        SetSchedule { Days: null, PostAt: null, CloseAt: null, Zone: null, IsStart: false } set => Text("setquiz", set.Group),
        EditSchedule edit => Text("sched", edit.Schedule, (int)edit.Field, edit.Value),
        StartSchedule start => Text("start", start.Schedule),
        AddChannel add => Text("addchannel", add.Schedule),
        ManageSchedule manage => Text("manage", manage.Group, (int)manage.Action, manage.IsConfirmed),
        VoidRound take => Text("void", take.Group, take.Number, take.IsConfirmed),
        SetTimezone set => Text("zone", set.Typed),
        ShowPrivacy => "privacy",
        ExportData => "export",
        DeleteData delete => Text("erase", delete.IsConfirmed),
        SetVisibility set => Text("visible", (int?)set.Visibility),
        SetIgnored set => Text("ignore", set.IsIgnored),
        _ => null,
    };

    /// <summary>The command of the parts of an id, or null.</summary>
    public static Command? Decode(string[] parts) => parts switch
    {
        ["a", var round, var option] when Id(round) && Number(option) is { } index => new AnswerRound(new RoundId(round), index),
        ["stake", var round, var stake] when Id(round) && Choice<Stake>(stake) is { } value => new StakeRound(new RoundId(round), value),
        ["hint", var round] when Id(round) => new HintRound(new RoundId(round)),
        ["round", var round] when Id(round) => new ShowRound(new RoundId(round)),
        ["report", var round] when Id(round) => new ReportRound(new RoundId(round)),
        ["how"] => new ExplainQuiz(),
        ["daily"] => new Daily(),
        ["quiz"] => new StartPractice(),
        ["p", var id, var option] when Id(id) && Number(option) is { } index => new AnswerPractice(id, index),
        ["ptype", var id] when Id(id) => new TypePractice(id),
        ["preveal", var id] when Id(id) => new RevealPractice(id),
        ["prate", var id, var rating] when Id(id) && Choice<Rating>(rating) is { } value => new RatePractice(id, value),
        ["pnext", var id] when Id(id) => new NextPractice(id),
        ["inbox"] => new ShowInbox(),
        ["handled", var id] when Id(id) => new HandleReport(id),
        ["board", var group, var period, var board] when Choice<Period>(period) is { } over && Choice<Board>(board) is { } by => new ShowLeaderboard(Group(group), over, by),
        ["postboard", var group, var period, var board] when Id(group) && Choice<Period>(period) is { } over && Choice<Board>(board) is { } by => new PostBoard(new GroupId(group), over, by),
        ["remind", var reminded] => new SetReminded(reminded == "1"),
        ["settings"] => new ShowSettings(),
        ["switch", var group, var setting, var on] when Id(group) && Choice<GroupSetting>(setting) is { } what => new SwitchGroupSetting(new GroupId(group), what, on == "1"),
        ["why", ""] => new Explain(null),
        ["why", var kind] when Choice<ShownKind>(kind) is { } what => new Explain(what),
        ["regrade", var round, var option] when Id(round) => new RegradeReported(new RoundId(round), Number(option)),
        ["invite", var group] => new InviteChannel(Group(group)),
        ["me"] => new ShowMe(),
        ["newgroup"] => new CreateGroup(""),
        ["join", var group] when Id(group) => new JoinGroup(new GroupId(group), ""),
        ["leave", var group] => new LeaveGroup(Group(group)),
        ["groups"] => new ListGroups(),
        ["group", var group] => new ShowGroup(Group(group)),
        ["accept", var group, var person] when Id(group) && Number(person) is { } number => new AcceptMember(new GroupId(group), new PersonId(number)),
        ["captain", var group] => new AcceptCaptaincy(Group(group)),
        ["nocaptain", var group] => new StepDown(Group(group)),
        ["delgroup", var group, var confirmed] => new DeleteGroup(Group(group), confirmed == "1"),
        ["setquiz", var group] => new SetSchedule(Group(group)),
        ["sched", var schedule, var field, var value] when Id(schedule) && Choice<ScheduleField>(field) is { } which => new EditSchedule(new ScheduleId(schedule), which, value),
        ["start", var schedule] when Id(schedule) => new StartSchedule(new ScheduleId(schedule)),
        ["addchannel", var schedule] when Id(schedule) => new AddChannel(new ScheduleId(schedule)),
        ["manage", var group, var action, var confirmed] when Choice<ScheduleAction>(action) is { } what => new ManageSchedule(what, Group(group), confirmed == "1"),
        ["void", var group, var number, var confirmed] when Number(number) is { } round => new VoidRound(Group(group), round, confirmed == "1"),
        ["privacy"] => new ShowPrivacy(),
        ["export"] => new ExportData(),
        ["erase", var confirmed] => new DeleteData(confirmed == "1"),
        ["visible", ""] => new SetVisibility(null),
        ["visible", var visibility] when Choice<Visibility>(visibility) is { } who => new SetVisibility(who),
        ["ignore", var ignored] => new SetIgnored(ignored == "1"),
        ["zone", { Length: <= LongestId } zone] => new SetTimezone(zone),
        _ => null,
    };

    private static string Text(string name, params object?[] arguments) => string.Join('|', arguments.Select(argument => argument switch
    {
        bool flag => flag ? "1" : "0",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => argument?.ToString() ?? "",
    }).Prepend(name));

    private static bool Id(string text) => text.Length is > 0 and <= LongestId;

    private static GroupId? Group(string text) => Id(text) ? new GroupId(text) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Choice<T>(string text)
        where T : struct, Enum =>
        Number(text) is { } number && Enum.IsDefined((T)(object)number) ? (T)(object)number : null;
}
