using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>Flags questions to the owners of their decks, and shows owners what was flagged.</summary>
public sealed class ReportHandler(IPeople people, IRounds rounds, IReports reports, DeckOwners owners, RoundHandler handler, RoundRegrader regrader, TimeProvider time)
{
    private const int Shown = 10;
    private static readonly Reply NotForYou = Reply.Say("The inbox is for the owners of decks.");

    /// <summary>Flags a round's question.</summary>
    public async Task<Reply> ReportAsync(Request request, ReportRound command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        return await rounds.FindAsync(command.Round, cancellationToken).ConfigureAwait(false) is { } round
            ? await ReportAsync(request, round, cancellationToken).ConfigureAwait(false)
            : Reply.Say("This round was lost in a restore; there is nothing to report.");
    }

    /// <summary>Flags the round that is open for the person, else the last one that they answered.</summary>
    public async Task<Reply> ReportLastAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var open = await handler.OpenForAsync(person, request.In, cancellationToken).ConfigureAwait(false);
        var answered = await rounds.AnsweredAsync(person.Id, 1, cancellationToken).ConfigureAwait(false);
        return (open.Count > 0 ? open[0] : answered is [var (last, _)] ? last : null) is { } round
            ? await ReportAsync(request, round, cancellationToken).ConfigureAwait(false)
            : Reply.Say("There is no question of the quiz that you could mean. Press Report below one.");
    }

    /// <summary>What was flagged, for owners of decks.</summary>
    public async Task<Reply> InboxAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!owners.OwnsAny(request.From))
        {
            return NotForYou;
        }

        var open = (await reports.OpenAsync(cancellationToken).ConfigureAwait(false)).Where(report => owners.Owns(request.From, report.Card.Deck)).ToList();
        if (open.Count == 0)
        {
            return Reply.Say("The inbox is empty: nothing was reported.");
        }

        List<Block> blocks = [new Heading(MarkdownText.Plain("Inbox"))];
        foreach (var round in open.GroupBy(report => report.Round).Take(Shown))
        {
            var report = round.First();
            var count = round.Count();
            blocks.Add(new Paragraph(
                MarkdownText.Bold(string.Create(CultureInfo.InvariantCulture, $"#{report.Number} · card {report.Card}"))
                + MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $" · reported {(count == 1 ? "once" : $"{count} times")}: {report.Prompt}"))));
            blocks.Add(new Choices("This report", [new Button("Show the card", new ShowCard(report.Card), $"/card {report.Card.Local}"), new Button("Regrade", new RegradeReported(report.Round, null), $"/schedule regrade {report.Number} LETTERS"), new Button("Handled", new HandleReport(report.Id))]));
        }

        return new Reply(blocks);
    }

    /// <summary>Marks what was flagged as handled.</summary>
    public async Task<Reply> HandleAsync(Request request, HandleReport command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var report = (await reports.OpenAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(report => report.Id == command.Id);
        if (report is null ? !owners.OwnsAny(request.From) : !owners.Owns(request.From, report.Card.Deck))
        {
            return NotForYou;
        }

        if (report is not null)
        {
            await reports.HandleAsync(report.Round, cancellationToken).ConfigureAwait(false);
        }

        return await InboxAsync(request, cancellationToken).ConfigureAwait(false) with { Replaces = true };
    }

    /// <summary>Corrects the key of a reported round, or shows its options to choose from.</summary>
    public async Task<Reply> RegradeAsync(Request request, RegradeReported command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        if (await rounds.FindAsync(command.Round, cancellationToken).ConfigureAwait(false) is not { State: not RoundState.Void } round)
        {
            return Reply.Say("This round was taken back; there is nothing to regrade.");
        }

        if (!owners.Owns(request.From, round.Question.Card.Deck))
        {
            return NotForYou;
        }

        var options = round.Question.Options;
        if (command.Option is not { } option || option >= options.Count)
        {
            return new Reply([
                new Paragraph(MarkdownText.Bold(round.Question.Prompt)),
                new Paragraph(MarkdownText.Plain(string.Join('\n', options.Select((text, i) => $"{Round.Letter(i)}: {text.Text}{(round.IsRight(i) ? " (right now)" : "")}")))),
                new Choices("Which one is right?", [.. options.Select((_, i) => new Button($"{Round.Letter(i)} is right", new RegradeReported(round.Id, i), $"/schedule regrade {round.Number} {Round.Letter(i)}"))]),
            ]);
        }

        var (isDone, reply) = await regrader.RegradeAsync(round, [option], cancellationToken).ConfigureAwait(false);
        if (isDone)
        {
            await reports.HandleAsync(round.Id, cancellationToken).ConfigureAwait(false);
        }

        return reply;
    }

    private async Task<Reply> ReportAsync(Request request, Round round, CancellationToken cancellationToken)
    {
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var report = new Report(
            $"{round.Id}/{person.Id.Value}", round.Id, round.Number, round.Question.Card, round.Question.Prompt, person.Id, time.GetUtcNow());
        return Reply.Say(await reports.TryAddAsync(report, cancellationToken).ConfigureAwait(false)
            ? $"Thank you: #{round.Number} is flagged to the owner of its deck. If its key is wrong, everyone is paid the better of both results."
            : $"You flagged #{round.Number} already; its owner has it.");
    }
}
