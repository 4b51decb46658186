using System.Text.Json.Nodes;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;

namespace TutorBot.Discord.Rendering;

/// <summary>Puts choices into rows: up to five buttons each, or a menu. Five rows are all that a message has.</summary>
internal sealed class ComponentWriter(string mark)
{
    private const int MostRows = 5;
    private const int MostButtons = 5;
    private const int MostOptions = 25;
    private const int LongestLabel = 80;
    private const int LongestOption = 100;
    private const int LongestPlaceholder = 150;
    private const int ActionRow = 1;
    private const int ButtonType = 2;
    private const int MenuType = 3;
    private const int Primary = 1;
    private const int Secondary = 2;
    private readonly List<Row> _all = [];
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>Adds choices.</summary>
    public void Add(Choices choices)
    {
        if (choices.Buttons.Count > 0)
        {
            _all.Add(new Row(
                choices.Prompt,
                [.. choices.Buttons.Select(button => new Item(button.Label, CommandCodec.Encode(button.Command), button.IsDisabled))],
                choices.Buttons.Count > MostButtons));
        }
    }

    /// <summary>Adds a button of this adapter's own before the others.</summary>
    /// <param name="label">What it says.</param>
    /// <param name="command">What stands in the place of a command in its id.</param>
    public void AddFirst(string label, string command) => _all.Insert(0, new Row(label, [new Item(label, command, false)], false));

    /// <summary>The rows; where there are too many, neighbours with few buttons share one, then the last go into a menu.</summary>
    public JsonArray Finish()
    {
        var rows = new JsonArray();
        foreach (var row in Fitting())
        {
            rows.Add(row.IsMenu ? Menu(row, rows.Count) : Buttons(row));
        }

        return rows;
    }

    private List<Row> Fitting()
    {
        var rows = _all.ToList();
        for (var i = rows.Count - 2; i >= 0 && rows.Count > MostRows; i--)
        {
            if (!rows[i].IsMenu && !rows[i + 1].IsMenu && rows[i].Items.Count + rows[i + 1].Items.Count <= MostButtons)
            {
                rows[i] = rows[i] with { Items = [.. rows[i].Items, .. rows[i + 1].Items] };
                rows.RemoveAt(i + 1);
            }
        }

        if (rows.Count > MostRows)
        {
            rows = [.. rows.Take(MostRows - 1), new Row("More", [.. rows.Skip(MostRows - 1).SelectMany(row => row.Items)], true)];
        }

        return rows;
    }

    private JsonObject Buttons(Row row)
    {
        var buttons = new JsonArray();
        foreach (var item in row.Items)
        {
            var number = _used.GetValueOrDefault(item.Command);
            _used[item.Command] = number + 1;
            var shown = new JsonObject
            {
                ["type"] = ButtonType,
                // Chosen already, as the words say too.
                ["style"] = item.Label.EndsWith('✓') ? Primary : Secondary,
                ["label"] = Label(item, LongestLabel),
                ["custom_id"] = DiscordCustomId.Encode(item.Command, number, mark),
            };
            if (item.IsDisabled)
            {
                shown["disabled"] = true;
            }

            buttons.Add(shown);
        }

        return new JsonObject { ["type"] = ActionRow, ["components"] = buttons };
    }

    private JsonObject Menu(Row row, int number)
    {
        var items = row.Items.Where(item => !item.IsDisabled).DistinctBy(item => item.Command).ToList();
        var options = new JsonArray([.. items.Take(MostOptions).Select(item => new JsonObject { ["label"] = Label(item, LongestOption), ["value"] = item.Command })]);
        var prompt = items.Count > MostOptions ? $"{row.Prompt} (the first {MostOptions} of {items.Count})" : row.Prompt;
        if (items.Count == 0)
        {
            options.Add(new JsonObject { ["label"] = "…", ["value"] = "…" });
        }

        return new JsonObject
        {
            ["type"] = ActionRow,
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = MenuType,
                ["custom_id"] = DiscordCustomId.OfMenu(number, mark),
                ["placeholder"] = DiscordMarkdown.CutPlain(prompt, LongestPlaceholder),
                ["options"] = options,
                ["disabled"] = items.Count == 0,
            }),
        };
    }

    private static string Label(Item item, int limit) => DiscordMarkdown.CutPlain(item.Label, limit) is { Length: > 0 } label ? label : "…";

    private sealed record Item(string Label, string Command, bool IsDisabled);

    private sealed record Row(string Prompt, IReadOnlyList<Item> Items, bool IsMenu);
}
