using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Corrects rounds: another key, or the whole round taken back.</summary>
public sealed class RoundCorrectionHandler(ScheduleAccess access, IRounds rounds, RoundRegrader regrader, TimeProvider time)
{
    private const int RoundsBack = 200;

    /// <summary>Gives a round another key; everyone is paid the better of both results.</summary>
    public async Task<Reply> RegradeAsync(Request request, RegradeRound command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var (round, refusal) = await FindAsync(request, command.Group, command.Number, cancellationToken).ConfigureAwait(false);
        if (round is null)
        {
            return refusal;
        }

        var last = Round.Letter(round.Question.Options.Count - 1);
        List<int> options = [.. command.Letters.ToUpperInvariant().Where(char.IsLetter).Select(letter => letter - 'A').Distinct().Order()];
        if (options.Count == 0 || options.Exists(option => option >= round.Question.Options.Count))
        {
            return Reply.Say($"Which letters are right? This question has A to {last}, as in /schedule regrade {command.Number} B");
        }

        return (await regrader.RegradeAsync(round, options, cancellationToken).ConfigureAwait(false)).Reply;
    }

    /// <summary>Takes a round back.</summary>
    public async Task<Reply> VoidAsync(Request request, VoidRound command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var (round, refusal) = await FindAsync(request, command.Group, command.Number, cancellationToken).ConfigureAwait(false);
        if (round is null)
        {
            return refusal;
        }

        if (!command.IsConfirmed)
        {
            return new Reply([
                new Paragraph(MarkdownText.Plain($"Take back #{command.Number} ({round.Question.Reveal.Term})? All its points go, and no streak knows it.")),
                new Choices("Take back", [new Button("Take it back", command with { IsConfirmed = true })]),
            ]);
        }

        await rounds.VoidAsync(round.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return Reply.Say($"#{command.Number} is taken back.");
    }

    private async Task<(Round? Round, Reply Refusal)> FindAsync(Request request, Groups.GroupId? group, int number, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request, group, isChange: true, cancellationToken).ConfigureAwait(false);
        if (found.Schedule is not { } schedule)
        {
            return (null, found.Refusal);
        }

        var last = await rounds.LastAsync(schedule.Id, RoundsBack, cancellationToken).ConfigureAwait(false);
        return last.Where(round => round.Number == number).MinBy(round => round.Kind) is { } round
            ? (round, found.Refusal)
            : (null, Reply.Say(last.Count == 0
                ? "There was no round yet."
                : string.Create(CultureInfo.InvariantCulture, $"There is no round #{number} of the last {last.Count}. The newest is #{last[0].Number}.")));
    }
}
