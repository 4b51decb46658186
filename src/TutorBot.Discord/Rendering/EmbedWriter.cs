using System.Text;
using System.Text.Json.Nodes;

namespace TutorBot.Discord.Rendering;

/// <summary>Fills boxes with text up to Discord's limits; what is too much is cut at a line or a word, and says so.</summary>
internal sealed class EmbedWriter
{
    private const int MostInAll = 6000;
    private const int MostInDescription = 4096;
    private const int MostInFieldName = 256;
    private const int MostInFieldValue = 1024;
    private const int MostFields = 24;
    private const int MostEmbeds = 10;
    private const int Color = 0x3B4FD8;

    /// <summary>Room for the note that something was cut.</summary>
    private const int Reserve = 100;
    private const string More = "\n-# … there is more than a message can hold: /card shows a card whole";
    private readonly JsonArray _embeds = [];
    private readonly StringBuilder _description = new();
    private int _total;
    private bool _isFull;

    /// <summary>Adds a piece of text.</summary>
    public void Add(string text)
    {
        if (_isFull || text.Length == 0)
        {
            return;
        }

        var separator = _description.Length == 0 ? "" : "\n";
        var room = Math.Min(MostInDescription - DiscordMarkdown.Length(_description.ToString()), MostInAll - _total) - Reserve - separator.Length;
        var length = DiscordMarkdown.Length(text);
        if (length <= room)
        {
            _description.Append(separator).Append(text);
            _total += length + separator.Length;
            return;
        }

        var cut = Cut(text, Math.Max(0, room - 1));
        _description.Append(separator).Append(cut).Append(More);
        _total = MostInAll;
        _isFull = true;
    }

    /// <summary>Adds fields side by side, in a box of their own.</summary>
    public void AddFields(IEnumerable<(string Name, string Value)> fields)
    {
        Flush();
        var array = new JsonArray();
        foreach (var (name, value) in fields.Take(MostFields))
        {
            var room = MostInAll - _total - Reserve;
            if (_isFull || room < 50)
            {
                _isFull = true;
                break;
            }

            var shownName = CutTo(Visible(name), Math.Min(MostInFieldName, room - 1));
            var shown = CutTo(Visible(value), Math.Min(MostInFieldValue, room - DiscordMarkdown.Length(shownName)));
            array.Add(new JsonObject { ["name"] = shownName, ["value"] = shown, ["inline"] = true });
            _total += DiscordMarkdown.Length(shownName) + DiscordMarkdown.Length(shown);
        }

        if (array.Count > 0 && _embeds.Count < MostEmbeds)
        {
            _embeds.Add(new JsonObject { ["color"] = Color, ["fields"] = array });
        }
    }

    /// <summary>The boxes; at least one.</summary>
    public JsonArray Finish()
    {
        Flush();
        if (_embeds.Count == 0)
        {
            _embeds.Add(new JsonObject { ["color"] = Color, ["description"] = "\u200B" });
        }

        return _embeds;
    }

    private void Flush()
    {
        var text = _description.ToString().Trim();
        if (text.Length > 0 && _embeds.Count < MostEmbeds)
        {
            _embeds.Add(new JsonObject { ["color"] = Color, ["description"] = text });
        }

        _description.Clear();
    }

    /// <summary>Discord trims names and values, and wants something to be left.</summary>
    private static string Visible(string text) => string.IsNullOrWhiteSpace(text) ? "\u200B" : text;

    private static string CutTo(string text, int limit) => DiscordMarkdown.Length(text) <= limit ? text : Cut(text, limit - 1);

    /// <summary>Cut at a line or a word outside of markup that would be left open; a code block is closed.</summary>
    private static string Cut(string text, int limit)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(Math.Max(0, limit - 4)))
        {
            kept.Append(rune.ToString());
        }

        var cut = kept.ToString();
        var place = Math.Max(cut.LastIndexOf('\n'), cut.LastIndexOf(' '));
        cut = (place > cut.Length / 2 ? cut[..place] : cut).TrimEnd().TrimEnd('\\');

        // A time or a channel that was cut in the middle goes whole.
        var open = cut.LastIndexOf('<');
        cut = open >= 0 && cut.IndexOf('>', open) < 0 && (open == 0 || cut[open - 1] != '\\') ? cut[..open] : cut;
        var isInCode = cut.Split("```").Length % 2 == 0;
        return isInCode ? cut + "\n```" : cut + "…";
    }
}
