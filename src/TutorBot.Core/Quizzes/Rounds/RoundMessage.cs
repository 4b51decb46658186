using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What a round's message shows: the open question, the result, or that it was taken back.</summary>
public static class RoundMessage
{
    /// <summary>A card with more letters than this is cut by platforms with short messages, so a button shows it whole.</summary>
    private const int LongCard = 2500;

    /// <summary>The open question.</summary>
    /// <param name="round">The round.</param>
    /// <param name="zone">The zone whose clocks the channel follows.</param>
    /// <param name="groups">The names of its groups.</param>
    /// <param name="answered">How many have answered.</param>
    /// <param name="of">How many usually do, at least <paramref name="answered"/>.</param>
    /// <param name="before">How the schedule's last round went, or null.</param>
    public static IReadOnlyList<Block> Open(
        Round round, TimeZoneInfo zone, IReadOnlyList<string> groups, int answered, int of, RoundResult? before)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(groups);
        List<Block> blocks =
        [
            Title(round),
            new Paragraph(
                MarkdownText.Plain($"For {string.Join(", ", groups)} · closes ") + CloseTime(round, zone)
                + MarkdownText.Plain(before is { HasShares: true } ? $" · last time {before.RightPercent} % were right" : ""),
                Tone.Quiet),
            new Paragraph(MarkdownText.Bold(round.Question.Prompt)),
            Options(round, null),
            Letters(round, isDisabled: false),
            new Paragraph(
                MarkdownText.Plain($"{answered} of {of} answered · your pick is private until the close · key {round.Commitment}"), Tone.Quiet),
            new Choices("More", [new Button("How this works", new ExplainQuiz(), "/help"), new Button("My answer", new ShowRound(round.Id), "/daily"), Report(round)]),
        ];
        return blocks;
    }

    /// <summary>The result.</summary>
    /// <param name="round">The round.</param>
    /// <param name="zone">The zone whose clocks the channel follows.</param>
    /// <param name="groups">The names of its groups.</param>
    /// <param name="result">How it went.</param>
    /// <param name="named">Who were right and agreed to be named; may be empty.</param>
    public static IReadOnlyList<Block> Closed(Round round, TimeZoneInfo zone, IReadOnlyList<string> groups, RoundResult result, IReadOnlyList<string> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(result);
        var reveal = round.Question.Reveal;
        List<Block> blocks =
        [
            Title(round),
            new Paragraph(MarkdownText.Plain($"For {string.Join(", ", groups)} · closed ") + CloseTime(round, zone) + MarkdownText.Plain(Summary(result)), Tone.Quiet),
            new Paragraph(MarkdownText.Bold(round.Question.Prompt)),
            Options(round, result),
            Letters(round, isDisabled: true),
            new Paragraph(MarkdownText.Bold(reveal.Term) + MarkdownText.Plain($" ({round.Question.Card.Local})") + MarkdownText.Authored("\n\n" + reveal.Definition)),
        ];
        List<Field> fields = [];
        if (reveal.HowItWorks is { } example)
        {
            fields.Add(new Field(MarkdownText.Plain("How it works"), MarkdownText.Authored(example)));
        }

        if (reveal.QuickTip is { } tip)
        {
            fields.Add(new Field(MarkdownText.Plain("Quick tip"), MarkdownText.Authored(tip)));
        }

        if (fields.Count > 0)
        {
            blocks.Add(new Fields(fields));
        }

        if (result.MixUp(round) is { } mixUp)
        {
            var term = round.Question.Options[mixUp].Term;
            blocks.Add(new Paragraph(MarkdownText.Plain($"Most common mix-up: {Round.Letter(mixUp)}{(term.Length > 0 ? $", that is {term}" : "")}.")));
        }

        if (named.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain($"Right, among others: {string.Join(", ", named)}.")));
        }

        List<Button> buttons = [new Button("My result", new ShowRound(round.Id), "/daily"), Report(round)];
        if (reveal.Definition.Length + (reveal.HowItWorks?.Length ?? 0) + (reveal.QuickTip?.Length ?? 0) > LongCard)
        {
            buttons.Add(new Button("The whole card", new ShowCard(round.Question.Card), $"/card {round.Question.Card.Local}"));
        }

        blocks.Add(new Choices("This round", buttons));
        blocks.Add(new Paragraph(
            MarkdownText.Plain($"Key {round.Commitment}: the first 16 digits of the SHA-256 of ") + Code(round.Salt + round.KeyText), Tone.Quiet));
        return blocks;
    }

    /// <summary>That it was taken back.</summary>
    public static IReadOnlyList<Block> Void(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return
        [
            Title(round),
            new Paragraph(MarkdownText.Plain("This round was taken back: it counts for nobody, and no streak knows it.")),
        ];
    }

    /// <summary>How the quiz works, in a few lines.</summary>
    public static Reply HowItWorks() => new(
    [
        new Heading(MarkdownText.Plain("How the quiz works")),
        new Paragraph(MarkdownText.Authored("""
            - Press a letter. Only you see what you picked; until the close you may change it as often as you like.
            - Then say how sure you are. Honesty pays: *Guess* gives 16 points right and 10 wrong, *Think so* 20 and 6, *Sure* 22 and 0.
            - A hint removes one wrong option: then it is 14 right and 8 wrong. So is looking up the card before you choose.
            - At the close everyone sees the answer, how many were right, and the card.
            - Speed does not count. A streak counts rounds answered, right or wrong; every 7 answers earn a freeze that saves it once.
            - The key on the post proves that the answer was fixed before: the reveal prints what it was made of.
            """)),
    ]);

    private static Heading Title(Round round) => new(MarkdownText.Plain(string.Create(
        CultureInfo.InvariantCulture,
        $"📘 {(round.Kind switch { RoundKind.Throwback => "Throwback", RoundKind.Practice => "Practice round", _ => "Card of the day" })} · {round.DeckTitle} · #{round.Number}")));

    private static MarkdownText CloseTime(Round round, TimeZoneInfo zone) =>
        MarkdownText.Time(round.ClosesAt, zone, "ddd HH:mm", ZoneText.CityOf(zone.Id));

    private static string Summary(RoundResult result) => result switch
    {
        { Answered: 0 } => " · nobody answered",
        { HasShares: false } => $" · {Counted(result.Answered)}",
        _ => string.Create(CultureInfo.InvariantCulture, $" · {Counted(result.Answered)}, {result.RightPercent} % right"),
    };

    private static string Counted(int answers) => answers == 1 ? "1 answer" : string.Create(CultureInfo.InvariantCulture, $"{answers} answers");

    /// <summary>The options by letter; with a result also what is right, in words too, and the shares.</summary>
    private static Paragraph Options(Round round, RoundResult? result) => new(MarkdownText.Authored(string.Join("\n\n", round.Question.Options.Select((option, i) =>
    {
        var line = $"**{Round.Letter(i)}** {MarkdownText.Plain(option.Text).Source}";
        if (result is null)
        {
            return line;
        }

        var share = result.HasShares ? string.Create(CultureInfo.InvariantCulture, $" · {result.PercentOf(i)} %") : "";
        return (round.IsRight(i) ? $"✔ {line} · **right**" : line) + share;
    }))));

    private static Choices Letters(Round round, bool isDisabled) => new(
        "Your answer",
        [.. round.Question.Options.Select((_, i) => new Button(
            Round.Letter(i).ToString(), new AnswerRound(round.Id, i), $"/daily {Round.Letter(i)}", isDisabled))]);

    private static Button Report(Round round) => new("⚑ Report", new ReportRound(round.Id), "/report");

    private static MarkdownText Code(string text)
    {
        var plain = text.Replace('\n', ' ');
        var fence = plain.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        return MarkdownText.Authored($"{fence}{(fence.Length > 1 ? " " : "")}{plain}{(fence.Length > 1 ? " " : "")}{fence}");
    }
}
