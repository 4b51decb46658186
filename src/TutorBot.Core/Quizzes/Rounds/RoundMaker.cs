using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>
/// Makes a schedule's next round: card, form and seed are chosen at the post, the seed by a cryptographic generator, so
/// that nobody can work them out before.
/// </summary>
public sealed class RoundMaker(Retriever retriever, IRounds rounds, IGroups groups, IMemories memories, RandomSource random)
{
    private const int LeastThrowbackDays = 6;
    private const int MostThrowbackDays = 9;

    /// <summary>More than there are in nine days, practice rounds included.</summary>
    private const int ThrowbackRounds = 40;

    private volatile QuestionSource? _source;

    /// <summary>The question maker for the cards as they are now.</summary>
    public QuestionMaker Questions
    {
        get
        {
            var index = retriever.Current;
            if (_source is not { } source || source.Index != index)
            {
                _source = source = new QuestionSource(index, QuestionMaker.Of(index));
            }

            return source.Maker;
        }
    }

    /// <summary>The round, or null where no card of the groups' decks can be asked about.</summary>
    /// <param name="schedule">Whose.</param>
    /// <param name="occurrence">Which date and which close.</param>
    /// <param name="kind">What it counts for.</param>
    /// <param name="now">When it opens.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Round?> MakeAsync(Schedule schedule, Occurrence occurrence, RoundKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(occurrence);
        var last = await rounds.LastAsync(schedule.Id, 1, cancellationToken).ConfigureAwait(false);
        var number = last is [var before] ? before.Number + 1 : 1;
        var (_, chosen) = await ChooseAsync(schedule, number, now, cancellationToken).ConfigureAwait(false);
        return chosen is null ? null : Make(schedule, occurrence, kind, number, chosen, random.NewSeed(), now);
    }

    /// <summary>
    /// The extra round that comes with a day's: a card of 6 to 9 days before, in another form, with the same close; null where
    /// there is none, or no group of the schedule wants it.
    /// </summary>
    public async Task<Round?> MakeThrowbackAsync(Schedule schedule, Round daily, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(daily);
        if (!await IsThrowbackWantedAsync(schedule, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var earlier = (await rounds.LastAsync(schedule.Id, ThrowbackRounds, cancellationToken).ConfigureAwait(false))
            .Where(round => round is { Kind: RoundKind.Daily, State: RoundState.Closed }
                && daily.Date.DayNumber - round.Date.DayNumber is >= LeastThrowbackDays and <= MostThrowbackDays)
            .OrderBy(round => round.Date);
        var questions = Questions;
        foreach (var round in earlier)
        {
            var forms = questions.ScheduledForms(round.Question.Card).Where(form => form != round.Question.Form).ToList();
            var seed = random.NewSeed();
            if (forms.Count > 0 && round.Question.Card != daily.Question.Card
                && questions.Make(round.Question.Card, forms[(int)(seed % forms.Count)], seed).Question is { Key: { } key } question)
            {
                return daily with
                {
                    Id = new RoundId(random.NewId()),
                    Kind = RoundKind.Throwback,
                    Question = question,
                    RightOptions = [key],
                    DeckTitle = DeckTitle(round.Question.Card),
                    Salt = random.NewSalt(),
                    OpensAt = now,
                };
            }
        }

        return null;
    }

    private async Task<bool> IsThrowbackWantedAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        foreach (var id in schedule.Groups)
        {
            if (await groups.FindAsync(id, cancellationToken).ConfigureAwait(false) is { HasThrowback: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A round that will not be the next one, to show what a post looks like; null where none can be made.</summary>
    public async Task<Round?> SampleAsync(Schedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var last = await rounds.LastAsync(schedule.Id, 1, cancellationToken).ConfigureAwait(false);
        var number = last is [var before] ? before.Number + 1 : 1;
        var (askable, chosen) = await ChooseAsync(schedule, number, now, cancellationToken).ConfigureAwait(false);
        if (chosen is null || Occurrence.After(schedule, now).FirstOrDefault() is not { } next)
        {
            return null;
        }

        var seed = random.NewSeed();
        var others = askable.Where(card => card.Id != chosen.Id).ToList();
        return others.Count == 0 ? null : Make(schedule, next, RoundKind.Daily, number, others[(int)(seed % others.Count)], seed, now);
    }

    private async Task<(IReadOnlyList<Card> Askable, Card? Chosen)> ChooseAsync(
        Schedule schedule, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (cards, people) = await CandidatesAsync(schedule, cancellationToken).ConfigureAwait(false);
        var recent = new List<CardId>();
        foreach (var group in schedule.Groups)
        {
            recent.AddRange((await rounds.LastOfGroupAsync(group, CardChoice.Pause, cancellationToken).ConfigureAwait(false)).Select(round => round.Question.Card));
        }

        var blocked = await OpenElsewhereAsync(people, cancellationToken).ConfigureAwait(false);
        var known = await memories.OfAsync(people, cancellationToken).ConfigureAwait(false);
        var questions = Questions;
        List<Card> askable = [.. cards.Where(card => questions.ScheduledForms(card.Id).Count > 0)];
        return (askable, CardChoice.Choose(askable, recent, blocked, known, number, now));
    }

    private Round? Make(Schedule schedule, Occurrence occurrence, RoundKind kind, int number, Card card, long seed, DateTimeOffset now)
    {
        var questions = Questions;
        var form = questions.DrawForm(card.Id, seed);
        if (form is null || questions.Make(card.Id, form, seed).Question is not { Key: { } key } question)
        {
            return null;
        }

        return new Round(
            new RoundId(random.NewId()),
            schedule.Id,
            occurrence.Date,
            kind,
            number,
            RoundState.Open,
            question,
            [key],
            DeckTitle(card.Id),
            random.NewSalt(),
            now,
            occurrence.ClosesAt,
            schedule.Groups,
            IsOutage: false);
    }

    /// <summary>The cards that a schedule may ask about, in file order, and who is asked.</summary>
    private async Task<(IReadOnlyList<Card> Cards, IReadOnlyCollection<PersonId> People)> CandidatesAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var decks = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var takesAll = false;
        var people = new HashSet<PersonId>();
        foreach (var id in schedule.Groups)
        {
            var group = await groups.FindAsync(id, cancellationToken).ConfigureAwait(false);
            takesAll |= group is { Decks.Count: 0 };
            decks.UnionWith(group?.Decks ?? []);
            people.UnionWith((await groups.MembersAsync(id, cancellationToken).ConfigureAwait(false))
                .Where(member => member.State == MemberState.Active).Select(member => member.Person));
        }

        var library = retriever.Current.Library;
        return ([.. library.Cards.Where(card => takesAll || decks.Contains(card.Id.Deck))], people);
    }

    /// <summary>The cards of open rounds that one of these people could answer.</summary>
    private async Task<IReadOnlySet<CardId>> OpenElsewhereAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var open = await rounds.OpenAsync(null, cancellationToken).ConfigureAwait(false);
        var blocked = new HashSet<CardId>();
        foreach (var round in open)
        {
            foreach (var group in round.Groups)
            {
                if ((await groups.MembersAsync(group, cancellationToken).ConfigureAwait(false)).Any(member => people.Contains(member.Person)))
                {
                    blocked.Add(round.Question.Card);
                    break;
                }
            }
        }

        return blocked;
    }

    private string DeckTitle(CardId card) =>
        retriever.Current.Library.Decks.FirstOrDefault(deck => deck.Id == card.Deck)?.Title ?? card.Deck;

    private sealed record QuestionSource(CardIndex Index, QuestionMaker Maker);
}
