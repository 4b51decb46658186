using System.Text;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>Replies of every kind of block with every kind of character, the same for the same seed.</summary>
internal sealed class RandomReplies(int seed)
{
    private static readonly string[] Pieces =
    [
        "word", "dropout ", " ", "\n", "\n\n", "*", "**", "_", "__", "~~", "||", "`", "```", ">", ">>> ", "# ", "-# ", "- ", "1. ", "12) ", "[a](https://x.y)", "[", "](", ")", "<@123>", "<@&1>", "<#5>",
        "@everyone", "@here", "</ask:1>", "<t:1:R>", "<:e:1>", "\\", "\u202E", "\u2066", "\u0000", "\u0007", "\uD83E\uDDE0", "e\u0301", "\u05D0\u05D1", "http://x.y/z?a=b", "https://discord.gg/x", "&amp;", "|a|b|\n|-|-|\n|1|2|", "\t", "\u200B",
        "Pneumonoultramicroscopicsilicovolcanoconiosis", "日本語", "#161", "+", "=", "---", "\uD83D", "\uDE00", "👩‍👩‍👧‍👦", "\u200F", "\u2028", "\uFEFF", "$\\frac{a_1}{b^2}$", "\\(x\\)", "discord.gg/x", "<a:e:6>", "<id:home>", ":smile:", "<!-- -->", "javascript:alert(1)",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A reply of up to ten blocks.</summary>
    public IReadOnlyList<Block> Blocks() => [.. Enumerable.Range(0, _random.Next(1, 11)).Select(_ => OneBlock())];

    /// <summary>A text of up to so many pieces; some are any unit of UTF-16, half a letter too.</summary>
    public string Text(int pieces)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(pieces + 1); i > 0; i--)
        {
            text.Append(_random.Next(12) switch
            {
                0 => ((char)_random.Next(0x10000)).ToString(),
                1 => char.ConvertFromUtf32(_random.Next(0x10000, 0x110000)),
                _ => Pieces[_random.Next(Pieces.Length)],
            });
        }

        return text.ToString();
    }

    private Block OneBlock() => _random.Next(9) switch
    {
        0 => new Heading(Markdown(20)),
        1 => new Paragraph(Markdown(Length()), (Tone)_random.Next(3)),
        2 => new Fields([.. Many(30).Select(_ => new Field(Markdown(10), Markdown(Length())))], _random.Next(2) == 0),
        3 => new Choices(Text(30), [.. Many(60).Select(_ => OneButton())]),
        4 => new Choices(Text(5), [.. Many(5).Select(_ => OneButton())]),
        5 => new Ranking(Text(5), [.. Many(120).Select(i => new RankingRow(i + 1, Markdown(12), Text(4), _random.NextDouble() * 1.2, _random.Next(9) == 0))]),
        6 => new Image(Text(Length()), "<svg/>"),
        7 => new Attachment("data.json", "application/json", Text(50)),
        _ => new Paragraph(MarkdownText.Time(DateTimeOffset.FromUnixTimeSeconds(_random.Next()), TimeZoneInfo.Utc) + Markdown(5)),
    };

    private Button OneButton() => new(
        Text(40),
        _random.Next(4) switch
        {
            0 => new AnswerRound(new RoundId("0123456789abcdef0123456789"), _random.Next(4)),
            1 => new ShowCard(CardId.Anchored("deck", new string('l', _random.Next(1, 120)))),
            2 => new Help(),
            _ => new ShowCard(CardId.Numbered("deck", _random.Next(50))),
        },
        null,
        _random.Next(5) == 0);

    private MarkdownText Markdown(int pieces) => _random.Next(3) == 0 ? MarkdownText.Authored(Text(pieces)) : MarkdownText.Plain(Text(pieces));

    private IEnumerable<int> Many(int most) => Enumerable.Range(0, _random.Next(most + 1));

    private int Length() => _random.Next(6) switch { 0 => 0, 1 => 2000, 2 => 300, _ => 20 };
}
