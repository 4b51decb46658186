using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Leaderboards;

/// <summary><c>/me</c>: streak, freezes, the week, calibration, weak cards.</summary>
public sealed class MeHandler(IPeople people, IGroups groups, IRounds rounds, IMemories memories, ILedger ledger, TimeProvider time)
{
    private const int AnswersLookedAt = 200;
    private const int WeakCards = 3;
    private const double Weak = 0.8;
    private static readonly (Stake Stake, string Name)[] Stakes = [(Stake.Sure, "Sure"), (Stake.ThinkSo, "Think so"), (Stake.Guess, "Guess")];

    /// <summary>The page.</summary>
    public async Task<Reply> ShowAsync(Request request, BoardReader boards, LibrarySnapshot library, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(boards);
        ArgumentNullException.ThrowIfNull(library);
        var now = time.GetUtcNow();
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        List<Block> blocks = [new Heading(MarkdownText.Plain("You"))];
        var memberships = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false)).Where(member => member.State == MemberState.Active).ToList();
        var fields = new List<Field>();
        foreach (var member in memberships)
        {
            if (await groups.FindAsync(member.Group, cancellationToken).ConfigureAwait(false) is { } group)
            {
                fields.Add(new Field(MarkdownText.Plain(group.Name), MarkdownText.Plain(await GroupAsync(boards, group, member, now, cancellationToken).ConfigureAwait(false))));
            }
        }

        if (Calibration(await rounds.AnsweredAsync(person.Id, AnswersLookedAt, cancellationToken).ConfigureAwait(false)) is { Length: > 0 } calibration)
        {
            fields.Add(new Field(MarkdownText.Plain("How well you know what you know"), MarkdownText.Plain(calibration)));
        }

        if (fields.Count > 0)
        {
            blocks.Add(new Fields(fields));
        }

        var weak = (await memories.OfAsync([person.Id], cancellationToken).ConfigureAwait(false))
            .Select(memory => (Memory: memory, Recall: memory.RecallAt(now), Card: library.Find(memory.Card)))
            .Where(pair => pair.Card is not null && pair.Recall < Weak)
            .OrderBy(pair => pair.Recall).Take(WeakCards).ToList();
        if (weak.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("Cards that are slipping: ") + MarkdownText.Plain(string.Join(", ", weak.Select(pair =>
                string.Create(CultureInfo.InvariantCulture, $"{pair.Card?.Title} ({pair.Recall * 100:0} % expected)"))))));
            blocks.Add(new Choices("Look at them", [.. weak.Select(pair => new Button(Short(pair.Card?.Title ?? ""), new ShowCard(pair.Memory.Card), $"/card {pair.Memory.Card.Local}"))]));
        }

        if (memberships.Count == 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("You are in no group yet. Answer a daily quiz, or look for a group: /group list")));
        }

        return new Reply(blocks);
    }

    private async Task<string> GroupAsync(BoardReader boards, Group group, Member member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var streak = await boards.StreakAsync(group.Id, member, cancellationToken).ConfigureAwait(false);
        var (from, until) = await boards.BoundsAsync(group.Id, Period.ThisWeek, now, cancellationToken).ConfigureAwait(false);
        var total = (await ledger.TotalsAsync(group.Id, from, until, cancellationToken).ConfigureAwait(false)).FirstOrDefault(total => total.Person == member.Person);
        var freezes = streak.Freezes == 1 ? "1 freeze" : string.Create(CultureInfo.InvariantCulture, $"{streak.Freezes} freezes");
        var next = streak.ToNextFreeze is { } more ? string.Create(CultureInfo.InvariantCulture, $", the next in {more} answered") : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            Streak {streak.Length} (longest {streak.Longest}) · {freezes}{next}.
            This week {total?.Points ?? 0} points, {total?.Right ?? 0} of {total?.Answered ?? 0} right.
            """);
    }

    /// <summary>"Of your Sure answers 9 of 12 were right", for each stake that was used.</summary>
    private static string Calibration(IReadOnlyList<(Round Round, Answer Answer)> answered)
    {
        var lines = new List<string>();
        foreach (var (stake, name) in Stakes)
        {
            var of = answered.Where(pair => !pair.Answer.IsHinted && pair.Answer.Stake == stake).ToList();
            if (of.Count > 0)
            {
                var right = of.Count(pair => pair.Round.IsRight(pair.Answer.Choice ?? -1));
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"Of your {name} answers {right} of {of.Count} {(of.Count == 1 ? "was" : "were")} right."));
            }
        }

        return string.Join(" ", lines);
    }

    private static string Short(string title) => title.Length > 60 ? title[..60] + "…" : title;
}
