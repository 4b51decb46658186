using System.Text;
using System.Text.Json.Nodes;

namespace TutorBot.Discord.Rendering;

/// <summary>Fills boxes with text up to Discord's limits; what is more than a message holds is cut at a word and goes on on the next page.</summary>
internal sealed class EmbedWriter
{
    private const int MostInAll = 5900;
    private const int MostInDescription = 4000;
    private const int MostInFieldName = 256;
    private const int MostInFieldValue = 1024;
    private const int MostFields = 24;
    private const int MostEmbeds = 10;
    private const int Color = 0x3B4FD8;

    /// <summary>A piece of text is not begun where there is less room than this.</summary>
    private const int Least = 200;
    private readonly List<JsonArray> _pages = [[]];
    private readonly StringBuilder _description = new();
    private int _described;
    private int _total;

    /// <summary>Adds a piece of text.</summary>
    public void Add(string text)
    {
        var rest = text;
        while (rest.Length > 0)
        {
            var separator = _description.Length == 0 ? "" : "\n";
            var room = Math.Min(MostInDescription - _described, MostInAll - _total) - separator.Length;
            var length = DiscordMarkdown.Length(rest);
            if (length <= room)
            {
                Append(separator + rest, length + separator.Length);
                return;
            }

            if (room >= Least)
            {
                (var head, rest) = TextCut.At(rest, room);
                Append(separator + head, DiscordMarkdown.Length(head) + separator.Length);
            }

            TurnPage();
        }
    }

    /// <summary>Whether names and values fit into fields side by side.</summary>
    public static bool AreFields(IReadOnlyList<(string Name, string Value)> fields) =>
        fields.All(field => DiscordMarkdown.Length(field.Name) <= MostInFieldName && DiscordMarkdown.Length(field.Value) <= MostInFieldValue);

    /// <summary>Adds fields side by side, in a box of their own.</summary>
    /// <param name="fields">Such that <see cref="AreFields"/>.</param>
    public void AddFields(IReadOnlyList<(string Name, string Value)> fields)
    {
        Flush();
        JsonArray? box = null;
        foreach (var (name, value) in fields)
        {
            var length = DiscordMarkdown.Length(name) + DiscordMarkdown.Length(value) + 2;
            if (_total + length > MostInAll)
            {
                TurnPage();
                box = null;
            }

            if (box is null || box.Count == MostFields)
            {
                box = [];
                AddEmbed(new JsonObject { ["color"] = Color, ["fields"] = box }, 0);
            }

            box.Add(new JsonObject { ["name"] = name.Length == 0 ? "\u200B" : name, ["value"] = value.Length == 0 ? "\u200B" : value, ["inline"] = true });
            _total += length;
        }
    }

    /// <summary>The pages: each the boxes of one message, at least one page with one box.</summary>
    public IReadOnlyList<JsonArray> Finish()
    {
        Flush();
        if (_pages is [.., { Count: 0 } last])
        {
            if (_pages.Count > 1)
            {
                _pages.RemoveAt(_pages.Count - 1);
            }
            else
            {
                last.Add(new JsonObject { ["color"] = Color, ["description"] = "\u200B" });
            }
        }

        return _pages;
    }

    private void Append(string text, int length)
    {
        _description.Append(text);
        _described += length;
        _total += length;
    }

    private void TurnPage()
    {
        Flush();
        if (_pages[^1].Count > 0)
        {
            _pages.Add([]);
        }

        _total = 0;
    }

    private void Flush()
    {
        var text = _description.ToString().Trim();
        if (text.Length > 0)
        {
            AddEmbed(new JsonObject { ["color"] = Color, ["description"] = text }, _described);
        }

        _description.Clear();
        _described = 0;
    }

    private void AddEmbed(JsonObject embed, int length)
    {
        if (_pages[^1].Count == MostEmbeds)
        {
            _pages.Add([]);
            _total = length;
        }

        _pages[^1].Add(embed);
    }
}
