using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Telling;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Reminders;

/// <summary>Reminds those who asked for it, once a round, an hour before it closes.</summary>
public sealed class Reminders(IRounds rounds, IReminders reminders, Teller teller, TimeProvider time)
{
    /// <summary>How long before the close.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(60);

    /// <summary>Sends what is due.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var round in await rounds.OpenAsync(null, cancellationToken).ConfigureAwait(false))
        {
            // A round that is open for less than that was just posted when its last hour began.
            if (round.Kind != RoundKind.Daily || now < round.ClosesAt - Before || now >= round.ClosesAt || round.ClosesAt - round.OpensAt <= Before)
            {
                continue;
            }

            foreach (var person in await reminders.WaitingAsync(round, cancellationToken).ConfigureAwait(false))
            {
                // Kept first: a reminder that is lost in a crash is better than two.
                if (await reminders.TryNoteAsync(round.Id, person.Id, cancellationToken).ConfigureAwait(false))
                {
                    await teller.TrySendAsync(person.Ref, $"remind/{round.Id}/{person.Id.Value}", Blocks(round, LocalClock.Zone(person.Zone ?? "UTC"), now), cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static IReadOnlyList<Block> Blocks(Round round, TimeZoneInfo zone, DateTimeOffset now) =>
    [
        new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"Round #{round.Number} of {round.DeckTitle} closes "))
            + MarkdownText.Time(round.ClosesAt, zone, note: ZoneText.In(round.ClosesAt - now)) + MarkdownText.Plain(", and you have not answered yet.")),
        new Choices("The round", [new Button("Answer", new ShowRound(round.Id), "/daily"), new Button("No reminders", new SetReminded(false), "/settings")]),
    ];
}
