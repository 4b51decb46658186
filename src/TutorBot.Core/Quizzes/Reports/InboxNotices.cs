using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Telling;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>Tells the owners of decks that something new was reported: at most once a day for a deck.</summary>
public sealed class InboxNotices(IReports reports, DeckOwners owners, Teller teller, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    /// <summary>Tells what is due.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = (await reports.OpenAsync(cancellationToken).ConfigureAwait(false)).ToLookup(report => report.Card.Deck);
        if (!open.Any(deck => deck.Any(report => report.ToldAt is null)))
        {
            return;
        }

        var told = (await reports.ToldSinceAsync(now - Between, cancellationToken).ConfigureAwait(false)).Select(report => report.Card.Deck).ToHashSet();
        foreach (var deck in open.Where(deck => !told.Contains(deck.Key) && deck.Any(report => report.ToldAt is null)))
        {
            var count = deck.Select(report => report.Round).Distinct().Count();
            foreach (var owner in owners.Of(deck.Key))
            {
                // The first report that is new names the message: after a crash it is the same one again.
                await teller.TellAsync(
                    owner,
                    new Notice(
                        $"inbox/{deck.First(report => report.ToldAt is null).Id}/{owner.Id}",
                        string.Create(CultureInfo.InvariantCulture, $"Players reported {Counted.Of(count, "question")} of the deck {deck.Key}. /deck inbox shows what."))
                    {
                        Choices = new Choices("Inbox", [new Button("Open the inbox", new ShowInbox(), "/deck inbox")]),
                    },
                    cancellationToken).ConfigureAwait(false);
            }

            await reports.NoteToldAsync([.. deck.Select(report => report.Id)], now, cancellationToken).ConfigureAwait(false);
        }
    }
}
