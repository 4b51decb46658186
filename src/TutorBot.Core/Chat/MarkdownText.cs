using System.Globalization;
using System.Text;

namespace TutorBot.Core.Chat;

/// <summary>
/// Text in CommonMark that every renderer turns into its platform's dialect. Text of people and other foreign text
/// comes in through <see cref="Plain"/>, which escapes it; only the authors of cards and the code of the tutor write
/// markup, through <see cref="Authored"/>.
/// </summary>
public readonly record struct MarkdownText
{
    /// <summary>What can start markup anywhere in a line.</summary>
    private const string Special = "\\`*_[]<>|~#";

    /// <summary>What can start markup only at the head of a line (lists, underlines of headings).</summary>
    private const string SpecialAtStart = "-+=";

    private readonly string? _source;

    private MarkdownText(string source) => _source = source;

    /// <summary>No text.</summary>
    public static MarkdownText Empty => default;

    /// <summary>The CommonMark source.</summary>
    public string Source => _source ?? "";

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(_source);

    /// <summary>Text that is shown letter by letter, whatever markup it holds. Line breaks become spaces.</summary>
    public static MarkdownText Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length + 8);
        var (onlySpaceSoFar, onlyDigitsSoFar) = (true, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r' or '\n' or '\t' or ' ')
            {
                // Four spaces at the start would be code; one is what a reader sees of many.
                if (!onlySpaceSoFar || escaped.Length == 0)
                {
                    escaped.Append(' ');
                }

                onlyDigitsSoFar &= onlySpaceSoFar;
                continue;
            }

            if (char.IsControl(c))
            {
                continue;
            }

            // An ampersand is markup only where an entity may follow.
            if (Special.Contains(c, StringComparison.Ordinal)
                || (c == '&' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#'))
                || (onlySpaceSoFar && SpecialAtStart.Contains(c, StringComparison.Ordinal))
                || (onlyDigitsSoFar && !onlySpaceSoFar && (c is '.' or ')')))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            onlySpaceSoFar = false;
            onlyDigitsSoFar &= char.IsAsciiDigit(c);
        }

        return new MarkdownText(escaped.ToString());
    }

    /// <summary>Markup written by the author of a card or by the tutor itself.</summary>
    public static MarkdownText Authored(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return new MarkdownText(markdown);
    }

    /// <summary>Bold text, shown letter by letter.</summary>
    public static MarkdownText Bold(string text) => new("**" + Plain(text).Source + "**");

    /// <summary>
    /// An instant. Platforms that show times in each reader's own zone do so; others show what the clocks of
    /// <paramref name="zone"/> show, and the note.
    /// </summary>
    /// <param name="instant">When.</param>
    /// <param name="zone">Whose clocks.</param>
    /// <param name="format">How.</param>
    /// <param name="note">Which zone that is, or how far away: what a platform knows better by itself.</param>
    public static MarkdownText Time(DateTimeOffset instant, TimeZoneInfo zone, string format = "HH:mm", string note = "")
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone).ToString(format, CultureInfo.InvariantCulture);
        var shown = string.IsNullOrEmpty(note) ? local : $"{local} ({Plain(note).Source})";
        return new(string.Create(CultureInfo.InvariantCulture, $"[{shown}]({TimeScheme}{instant.ToUnixTimeSeconds()})"));
    }

    /// <summary>A channel by name: platforms that know it by an id show the name themselves.</summary>
    public static MarkdownText Channel(ChannelRef channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new($"[{Plain("#" + channel.Id).Source}]({ChannelScheme}{Uri.EscapeDataString(channel.Id)})");
    }

    /// <summary>The scheme of the link that <see cref="Channel"/> writes; the channel's id follows.</summary>
    public const string ChannelScheme = "channel:";

    /// <summary>The scheme of the link that <see cref="Time"/> writes; Unix seconds follow.</summary>
    public const string TimeScheme = "time:";

    /// <summary>One text after the other, without anything between them.</summary>
    public static MarkdownText operator +(MarkdownText left, MarkdownText right) => new(left.Source + right.Source);

    /// <summary>One text after the other; the named form of <c>+</c>.</summary>
    public static MarkdownText Add(MarkdownText left, MarkdownText right) => left + right;

    /// <inheritdoc/>
    public override string ToString() => Source;
}
