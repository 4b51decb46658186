using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary><c>/away</c>: dates on which missed rounds do not exist for one's streak; at most eight rounds in four weeks.</summary>
public sealed class AwayHandler(IPeople people, IGroups groups, ISchedules schedules, IAways aways, TimeProvider time)
{
    private const int MostRounds = 8;
    private const int SeasonDays = 28;
    private const int LongestAhead = 365;
    private static readonly string[] Formats = ["yyyy-MM-dd", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "d MMM", "d MMMM", "MMM d", "MMMM d", "d.M."];

    /// <summary>Sets, shows or ends it.</summary>
    public async Task<Reply> SetAsync(Request request, SetAway command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var own = await GroupsOfAsync(person, cancellationToken).ConfigureAwait(false);
        var today = LocalClock.DateAt(time.GetUtcNow(), LocalClock.Zone(person.Zone ?? request.Zone ?? (own is [var first, ..] ? first.Zone : "UTC")));
        var known = await aways.OfAsync(person.Id, cancellationToken).ConfigureAwait(false);
        if (command.From.Trim().ToLowerInvariant() is "off" or "end" or "back")
        {
            return Reply.Say(await aways.EndAsync(person.Id, today, cancellationToken).ConfigureAwait(false)
                ? "Welcome back: from today on rounds count for your streak again."
                : "You are not away.");
        }

        if (command.From.Trim().Length == 0)
        {
            var coming = known.Where(away => away.Until >= today).ToList();
            return Reply.Say(coming.Count == 0
                ? "You are not away. /away FROM TO sets it, as in /away tomorrow 24 Dec; rounds of these dates then do not touch your streak."
                : $"You are away {string.Join(", ", coming.Select(Text))}. /away off ends it.");
        }

        if (Date(command.From, today) is not { } from || (command.Until.Trim().Length == 0 ? from : Date(command.Until, today)) is not { } until)
        {
            return Reply.Say("Which dates? Write them as 2026-12-24, 24 Dec, today or tomorrow: /away tomorrow 24 Dec");
        }

        if (from < today || until < from || until.DayNumber - today.DayNumber > LongestAhead)
        {
            return Reply.Say(from < today
                ? $"{Text(from)} is past. Away counts from today on."
                : until < from ? $"{Text(until)} is before {Text(from)}. Write the first date first." : "That is more than a year ahead.");
        }

        var planned = known.Append(new Away(from, until)).ToList();
        var rounds = await RoundsAsync(own, planned, from, until, cancellationToken).ConfigureAwait(false);
        if (rounds > MostRounds)
        {
            return Reply.Say(string.Create(CultureInfo.InvariantCulture, $"That would be {rounds} rounds within four weeks; a season has room for {MostRounds}. Choose fewer days. Freezes save a streak too."));
        }

        await aways.AddAsync(person.Id, new Away(from, until), cancellationToken).ConfigureAwait(false);
        return Reply.Say($"You are away {Text(new Away(from, until))}. Rounds of these dates do not touch your streak; answering one ends it, and so does /away off.");
    }

    private async Task<IReadOnlyList<Group>> GroupsOfAsync(Person person, CancellationToken cancellationToken)
    {
        var own = new List<Group>();
        foreach (var member in (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false)).Where(member => member.State == MemberState.Active))
        {
            if (await groups.FindAsync(member.Group, cancellationToken).ConfigureAwait(false) is { } group)
            {
                own.Add(group);
            }
        }

        return own;
    }

    /// <summary>The most scheduled dates that lie within what is planned, in any four weeks that touch the new dates, over the person's groups.</summary>
    private async Task<int> RoundsAsync(IReadOnlyList<Group> own, List<Away> planned, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var most = 0;
        foreach (var group in own)
        {
            if (await schedules.OfGroupAsync(group.Id, cancellationToken).ConfigureAwait(false) is not { } schedule)
            {
                continue;
            }

            for (var start = from.AddDays(1 - SeasonDays); start <= until; start = start.AddDays(1))
            {
                most = Math.Max(most, Enumerable.Range(0, SeasonDays).Select(day => start.AddDays(day))
                    .Count(day => schedule.Days.Includes(day) && planned.Exists(away => day >= away.From && day <= away.Until)));
            }
        }

        return most;
    }

    private static DateOnly? Date(string typed, DateOnly today)
    {
        var text = typed.Trim();
        if (text.Equals("today", StringComparison.OrdinalIgnoreCase) || text.Equals("tomorrow", StringComparison.OrdinalIgnoreCase))
        {
            return text.Equals("today", StringComparison.OrdinalIgnoreCase) ? today : today.AddDays(1);
        }

        if (!DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        // A date without a year is the next one of that name.
        var hasYear = text.Count(char.IsAsciiDigit) > 4;
        var next = hasYear ? date : new DateOnly(today.Year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(today.Year, date.Month)));
        return hasYear || next >= today ? next : next.AddYears(1);
    }

    private static string Text(Away away) => away.From == away.Until ? $"on {Text(away.From)}" : $"from {Text(away.From)} to {Text(away.Until)}";

    private static string Text(DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
