using System.Globalization;
using TutorBot.Core.Explanations;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.People;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Practice;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Settings;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Commands;

/// <summary>The part of <see cref="CommandParser"/> that reads groups, rounds, schedules and boards.</summary>
internal static class StudyParser
{
    /// <summary>The command, or what is wrong with its arguments; null where it is none of these.</summary>
    public static ParsedCommand? Read(CommandInfo info, string arguments, TypedOptions options)
    {
        if (options.Unknown.Count > 0 && info.Options.Count > 0 && info.Name is not ("group create" or "group join"))
        {
            return Problem($"/{info.Name} has no option {string.Join(", ", options.Unknown)}. It has {string.Join(", ", info.Options.Select(option => option.Name))}, as in {info.Example}.");
        }

        return info.Name switch
        {
            "daily" => Daily(info, arguments),
            "quiz" => Quiz(info, options),
            "leaderboard" => Leaderboard(info, options),
            "me" => new ParsedCommand(new ShowMe(), null),
            "settings" => new ParsedCommand(new ShowSettings(), null),
            "why" => Why(info, arguments),
            "group invite" => new ParsedCommand(new InviteChannel(null), null),
            "away" => Away(arguments),
            "report" => new ParsedCommand(new ReportLast(), null),
            "deck inbox" => new ParsedCommand(new ShowInbox(), null),
            "timezone" => new ParsedCommand(new SetTimezone(arguments), null),
            "privacy show" => new ParsedCommand(new ShowPrivacy(), null),
            "privacy export" => new ParsedCommand(new ExportData(), null),
            "privacy delete" => new ParsedCommand(new DeleteData(false), null),
            "privacy visibility" => Visible(info, arguments),
            "privacy ignore" => arguments.Trim().ToLowerInvariant() switch
            {
                "" or "on" => new ParsedCommand(new SetIgnored(true), null),
                "off" => new ParsedCommand(new SetIgnored(false), null),
                _ => Problem("/privacy ignore is on or off."),
            },
            "group create" => new ParsedCommand(new CreateGroup(Unquoted(arguments)), null),
            "group join" => new ParsedCommand(new JoinGroup(null, Unquoted(arguments)), null),
            "group leave" => new ParsedCommand(new LeaveGroup(null), null),
            "group list" => new ParsedCommand(new ListGroups(), null),
            "group info" => new ParsedCommand(new ShowGroup(null, arguments.Length == 0 ? null : Unquoted(arguments)), null),
            "group set" => GroupSet(info, options),
            "group remove" => new ParsedCommand(new RemoveMember(null, Unquoted(arguments)), null),
            "group captain add" => new ParsedCommand(new SetCaptain(null, Unquoted(arguments), true), null),
            "group captain remove" => new ParsedCommand(new SetCaptain(null, Unquoted(arguments), false), null),
            "group captain accept" => new ParsedCommand(new AcceptCaptaincy(null), null),
            "group captain none" => new ParsedCommand(new StepDown(null), null),
            "group delete" => new ParsedCommand(new DeleteGroup(null, false), null),
            "schedule set" => new ParsedCommand(new SetSchedule(null, options["days"], options["time"], options["close"], options["zone"]), null),
            "schedule regrade" => Regrade(info, arguments),
            "schedule void" => Number(arguments.TrimStart('#')) is { } round
                ? new ParsedCommand(new VoidRound(null, round, false), null)
                : Problem($"Which round? Its number is on its post, as in {info.Example}"),
            _ when info.Name.StartsWith("schedule ", StringComparison.Ordinal) && Enum.TryParse<ScheduleAction>(info.Name[9..], true, out var action) =>
                new ParsedCommand(new ManageSchedule(action, null), null),
            _ => null,
        };
    }

    private static ParsedCommand Why(CommandInfo info, string arguments) => arguments.Trim() switch
    {
        "" => new ParsedCommand(new Explain(null), null),
        var typed when Enum.TryParse<ShownKind>(typed, true, out var kind) && Number(typed) is null => new ParsedCommand(new Explain(kind), null),
        _ => Problem($"/why explains answer, quiz, rank or streak, as in {info.Example}."),
    };

    private static ParsedCommand Visible(CommandInfo info, string arguments) => arguments.Trim() switch
    {
        "" => new ParsedCommand(new SetVisibility(null), null),
        var typed when Enum.TryParse<Visibility>(typed, true, out var visibility) && Number(typed) is null => new ParsedCommand(new SetVisibility(visibility), null),
        _ => Problem($"/privacy visibility is group, public or hidden, as in {info.Example}."),
    };

    /// <summary>Two dates of one to three words each: the cut after which both are dates, else after the first word.</summary>
    private static ParsedCommand Away(string arguments)
    {
        var text = arguments.Replace(" to ", " ", StringComparison.OrdinalIgnoreCase).Replace(" until ", " ", StringComparison.OrdinalIgnoreCase);
        text = text.StartsWith("from ", StringComparison.OrdinalIgnoreCase) ? text[5..] : text;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "24 Dec 26 Dec", "tomorrow 24 Dec", "2026-12-24 2026-12-26": a word of letters after a number belongs to it.
        var cut = words.Length > 1 && char.IsAsciiDigit(words[0][0]) && char.IsAsciiLetter(words[1][0]) && words[1].Length >= 3 && !words[1].StartsWith("to", StringComparison.OrdinalIgnoreCase) ? 2 : 1;
        cut = cut == 2 && words.Length > 2 && words[2].Length == 4 && words[2].All(char.IsAsciiDigit) ? 3 : cut;
        return new ParsedCommand(new SetAway(string.Join(' ', words.Take(cut)), string.Join(' ', words.Skip(cut))), null);
    }

    private static ParsedCommand Daily(CommandInfo info, string arguments)
    {
        int? option = null;
        Stake? stake = null;
        var isHint = false;
        var words = arguments.Replace("think so", "thinkso", StringComparison.OrdinalIgnoreCase).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Select(word => word.ToLowerInvariant()))
        {
            if (word.Length == 1 && char.IsAsciiLetter(word[0]))
            {
                option = word[0] - 'a';
            }
            else if (word == "hint")
            {
                isHint = true;
            }
            else if (word is "guess" or "sure" or "thinkso" or "think")
            {
                stake = word switch { "guess" => Stake.Guess, "sure" => Stake.Sure, _ => Stake.ThinkSo };
            }
            else
            {
                return Problem($"/daily takes a letter and how sure you are, as in {info.Example}; or hint.");
            }
        }

        return new ParsedCommand(new Daily(option, stake, isHint), null);
    }

    private static ParsedCommand Quiz(CommandInfo info, TypedOptions options)
    {
        string? deck = options["deck"];
        string? form = options["form"];
        var count = options["count"];
        foreach (var word in options.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Number(word) is not null)
            {
                count ??= word;
            }
            else if (QuizTypes.Find(word) is not null)
            {
                form ??= word;
            }
            else
            {
                deck = deck is null ? word : $"{deck} {word}";
            }
        }

        return count is not null && Number(count) is null
            ? Problem($"\"{count}\" is no number of questions, as in {info.Example}.")
            : new ParsedCommand(new StartPractice(deck, Number(count ?? "1") ?? 1, form, options["answer"]), null);
    }

    private static ParsedCommand Leaderboard(CommandInfo info, TypedOptions options)
    {
        var period = Period.ThisWeek;
        var board = Board.Points;
        var problems = new List<string>();
        if (options["period"] is { } typedPeriod)
        {
            period = typedPeriod.ToLowerInvariant() switch
            {
                "this week" or "week" => Period.ThisWeek,
                "last week" or "last" => Period.LastWeek,
                "season" or "this season" => Period.Season,
                "all" or "all time" => Period.All,
                _ => Wrong<Period>($"period is this week, last week, season or all, not \"{typedPeriod}\""),
            };
        }

        if (options["board"] is { } typedBoard)
        {
            board = Enum.TryParse<Board>(typedBoard, true, out var parsed) && Number(typedBoard) is null
                ? parsed
                : Wrong<Board>($"board is points, growth, streak or groups, not \"{typedBoard}\"");
        }

        var name = options["group"] ?? (options.Rest.Length > 0 ? Unquoted(options.Rest) : null);
        return problems.Count > 0
            ? Problem($"{string.Join("; ", problems)}, as in {info.Example}.")
            : new ParsedCommand(new ShowLeaderboard(null, period, board, name), null);

        T Wrong<T>(string problem)
            where T : struct
        {
            problems.Add(problem);
            return default;
        }
    }

    private static ParsedCommand GroupSet(CommandInfo info, TypedOptions options)
    {
        var set = new SetGroup(null, options["name"], options["zone"], options["decks"], options["join"], options["exclude"], options["include"]);
        return set is { Name: null, Zone: null, Decks: null, JoinPolicy: null, Exclude: null, Include: null }
            ? Problem($"What do you change? name, zone, decks, join, exclude or include, as in {info.Example}.")
            : new ParsedCommand(set, null);
    }

    private static ParsedCommand Regrade(CommandInfo info, string arguments)
    {
        var parts = arguments.TrimStart('#').Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Number(parts[0]) is { } round
            ? new ParsedCommand(new RegradeRound(null, round, parts[1]), null)
            : Problem($"Which round, and which letters are right? As in {info.Example}");
    }

    private static ParsedCommand Problem(string text) => new(null, text);

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Unquoted(string text) => text.Trim().Trim('"', '“', '”').Trim();
}
