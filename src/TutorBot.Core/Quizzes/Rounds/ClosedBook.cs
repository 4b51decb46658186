using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Keeps open rounds closed-book: looking up the card in question before choosing counts as the hint.</summary>
public sealed class ClosedBook(IPeople people, IGroups groups, IRounds rounds, RoundHandler handler, RandomSource random, TimeProvider time)
{
    /// <summary>
    /// Notes what a person looked up. While they can still answer a round every reply gets the same line, so that it does
    /// not tell whether the card was the one in question.
    /// </summary>
    /// <param name="request">Who looked up, where.</param>
    /// <param name="shown">The cards shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What to add to the reply; empty without an open round.</returns>
    public async Task<IReadOnlyList<Block>> LookedUpAsync(Request request, IReadOnlyCollection<CardId> shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(shown);
        var open = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        if (open.Count == 0)
        {
            return [];
        }

        foreach (var round in open.Where(round => shown.Contains(round.Question.Card)))
        {
            var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
            var click = new Click(request.At ?? time.GetUtcNow(), request.Event.Length > 0 ? request.Event : random.NewId(), IsLookUp: true);
            await rounds.ClickAsync(round.Id, person.Id, click, cancellationToken).ConfigureAwait(false);
        }

        return [new Paragraph(MarkdownText.Plain("A round is open for you: looking up the card in question before you choose counts as the hint."), Tone.Quiet)];
    }

    /// <summary>Whether sharing in this channel waits, because a round is open in it.</summary>
    public async Task<bool> IsSharingOnHoldAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var here = (await groups.OfChannelAsync(request.In, cancellationToken).ConfigureAwait(false)).Select(group => group.Id).ToList();
        var now = time.GetUtcNow();
        return (await rounds.OpenOfGroupsAsync(here, cancellationToken).ConfigureAwait(false)).Any(round => round.Takes(now));
    }

    private async Task<IReadOnlyList<Round>> OpenAsync(Request request, CancellationToken cancellationToken)
    {
        // Looking something up is no reason to keep who did.
        if (await people.FindAsync(request.From, cancellationToken).ConfigureAwait(false) is { } person)
        {
            return await handler.OpenForAsync(person, request.In, cancellationToken).ConfigureAwait(false);
        }

        var here = (await groups.OfChannelAsync(request.In, cancellationToken).ConfigureAwait(false)).Select(group => group.Id).ToList();
        var now = time.GetUtcNow();
        return [.. (await rounds.OpenOfGroupsAsync(here, cancellationToken).ConfigureAwait(false)).Where(round => round.Takes(now))];
    }
}
