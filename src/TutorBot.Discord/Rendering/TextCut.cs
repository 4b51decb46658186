using System.Text;

namespace TutorBot.Discord.Rendering;

/// <summary>Cuts text in Discord's markup at a line or a word: what would be left open there is closed, and opened again after it.</summary>
internal static class TextCut
{
    private const string Fence = "```";

    /// <summary>Room for what is closed at a cut, and for the sign that it goes on.</summary>
    private const int Closing = 12;

    /// <summary>The first part, of at most so many code points, and what is left.</summary>
    /// <param name="text">The text; longer than that.</param>
    /// <param name="limit">In code points; at least twice <see cref="Closing"/>.</param>
    public static (string Head, string Tail) At(string text, int limit)
    {
        var head = Place(text, limit - Closing);
        var rest = text[head.Length..];
        var line = head[(head.LastIndexOf('\n') + 1)..];
        var prefix = rest.StartsWith('\n') ? "" : line.StartsWith("> ", StringComparison.Ordinal) ? "> " : line.StartsWith("-# ", StringComparison.Ordinal) ? "-# " : "";
        var open = Open(head);
        return open is [Fence]
            ? ($"{head.TrimEnd()}\n{Fence}", $"{Fence}\n{rest.TrimStart('\n')}")
            : ($"{head.TrimEnd()}{string.Concat(Enumerable.Reverse(open))}…", $"{prefix}{string.Concat(open)}{(rest.StartsWith('\n') || open.Count > 0 ? rest.TrimStart(' ', '\n') : Begun(rest.TrimStart(' ')))}");
    }

    /// <summary>What stood within a line begins one now: it must not become a heading or a list there.</summary>
    private static string Begun(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? DiscordMarkdown.AtLineStart(text) : DiscordMarkdown.AtLineStart(text[..end]) + text[end..];
    }

    /// <summary>As much as there is room for, up to the end of a word, and of a link or a time that would be cut in two.</summary>
    private static string Place(string text, int room)
    {
        var taken = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(room))
        {
            taken.Append(rune.ToString());
        }

        var head = taken.ToString();
        var end = Math.Max(head.LastIndexOf('\n'), head.LastIndexOf(' '));
        head = end > head.Length / 2 ? head[..end] : head;
        var begun = LastUnescaped(head, '<');
        head = begun > head.Length / 2 && head.IndexOf('>', begun) < 0 ? head[..begun] : head;
        var link = LastUnescaped(head, '[');
        head = link > head.Length / 2 && head.IndexOf(">)", link, StringComparison.Ordinal) < 0 ? head[..link] : head;
        var backslashes = head.Length - head.TrimEnd('\\').Length;
        head = backslashes % 2 == 1 ? head[..^1] : head;

        // Stars that belong together stay together.
        var stars = head.Length < text.Length && text[head.Length] == '*' ? head.TrimEnd('*') : head;
        return stars.Length > head.Length / 2 ? stars : head;
    }

    private static int LastUnescaped(string text, char sign)
    {
        var place = text.LastIndexOf(sign);
        while (place > 0 && text[place - 1] == '\\')
        {
            place = text.LastIndexOf(sign, place - 1);
        }

        return place;
    }

    /// <summary>The marks that are open at the end, the outermost first.</summary>
    private static List<string> Open(string text)
    {
        var open = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (string.CompareOrdinal(text, i, Fence, 0, Fence.Length) == 0 && open is [] or [Fence])
            {
                Toggle(open, Fence);
                i += Fence.Length - 1;
            }
            else if (open is [Fence])
            {
                continue;
            }
            else if (text[i] == '`')
            {
                Toggle(open, "`");
            }
            else if (open is [.., "`"])
            {
                continue;
            }
            else if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '*')
            {
                var stars = text.AsSpan(i).IndexOfAnyExcept('*') is var length and >= 0 ? length : text.Length - i;
                i += stars - 1;
                if (stars is 2 or 3)
                {
                    Toggle(open, "**");
                }

                if (stars is 1 or 3)
                {
                    Toggle(open, "*");
                }
            }
        }

        return open;
    }

    private static void Toggle(List<string> open, string mark)
    {
        if (!open.Remove(mark))
        {
            open.Add(mark);
        }
    }
}
