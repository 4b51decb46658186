using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Telling;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>Tells the owners of decks that something new was reported: each at most once a day.</summary>
public sealed class InboxNotices(IReports reports, DeckOwners owners, Teller teller, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    /// <summary>Tells what is due.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = await reports.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (open.All(report => report.ToldAt is not null))
        {
            return;
        }

        // A deck waits while any of its owners was told today: its reports are told to all of them at once.
        var told = (await reports.ToldSinceAsync(now - Between, cancellationToken).ConfigureAwait(false)).SelectMany(report => owners.Of(report.Card.Deck)).ToHashSet();
        var due = open.Where(report => !owners.Of(report.Card.Deck).Any(told.Contains)).ToLookup(report => report.Card.Deck)
            .Where(deck => deck.Any(report => report.ToldAt is null)).SelectMany(deck => deck).ToList();
        foreach (var owner in due.SelectMany(report => owners.Of(report.Card.Deck)).Distinct())
        {
            await teller.TellAsync(owner, NoticeOf(owner, [.. due.Where(report => owners.Owns(owner, report.Card.Deck))]), cancellationToken).ConfigureAwait(false);
        }

        await reports.NoteToldAsync([.. due.Select(report => report.Id)], now, cancellationToken).ConfigureAwait(false);
    }

    private static Notice NoticeOf(UserRef owner, IReadOnlyList<Report> own)
    {
        var decks = own.Select(report => report.Card.Deck).Distinct().Order(StringComparer.Ordinal).ToList();
        var questions = Counted.Of(own.Select(report => report.Round).Distinct().Count(), "question");

        // The first report that is new names the message: after a crash it is the same one again.
        return new Notice(
            $"inbox/{own.First(report => report.ToldAt is null).Id}/{owner.Id}",
            $"Players reported {questions} of the {(decks.Count == 1 ? "deck" : "decks")} {string.Join(", ", decks)}. /deck inbox shows what.")
        {
            Choices = new Choices("Inbox", [new Button("Open the inbox", new ShowInbox(), "/deck inbox")]),
        };
    }
}
