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
    private readonly List<(Choices Choices, bool IsMenu)> _all = [];
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>Adds choices.</summary>
    public void Add(Choices choices)
    {
        if (choices.Buttons.Count > 0)
        {
            _all.Add((choices, choices.Buttons.Count > MostButtons));
        }
    }

    /// <summary>The rows; where there are too many, neighbours with few buttons share one, then the last go into a menu.</summary>
    public JsonArray Finish()
    {
        var rows = new JsonArray();
        foreach (var (choices, isMenu) in Fitting())
        {
            rows.Add(isMenu ? Menu(choices, rows.Count) : Buttons(choices));
        }

        return rows;
    }

    private List<(Choices Choices, bool IsMenu)> Fitting()
    {
        var rows = _all.ToList();
        for (var i = rows.Count - 2; i >= 0 && rows.Count > MostRows; i--)
        {
            if (!rows[i].IsMenu && !rows[i + 1].IsMenu && rows[i].Choices.Buttons.Count + rows[i + 1].Choices.Buttons.Count <= MostButtons)
            {
                rows[i] = (new Choices(rows[i].Choices.Prompt, [.. rows[i].Choices.Buttons, .. rows[i + 1].Choices.Buttons]), false);
                rows.RemoveAt(i + 1);
            }
        }

        if (rows.Count > MostRows)
        {
            var rest = rows.Skip(MostRows - 1).SelectMany(row => row.Choices.Buttons).ToList();
            rows = [.. rows.Take(MostRows - 1), (new Choices("More", rest), true)];
        }

        return rows;
    }

    private JsonObject Buttons(Choices choices)
    {
        var buttons = new JsonArray();
        foreach (var button in choices.Buttons)
        {
            var command = CommandCodec.Encode(button.Command);
            var number = _used.GetValueOrDefault(command);
            _used[command] = number + 1;
            var shown = new JsonObject
            {
                ["type"] = ButtonType,
                // Chosen already, as the words say too.
                ["style"] = button.Label.EndsWith('✓') ? Primary : Secondary,
                ["label"] = DiscordMarkdown.CutPlain(button.Label, LongestLabel) is { Length: > 0 } label ? label : "…",
                ["custom_id"] = DiscordCustomId.Encode(command, number, mark),
            };
            if (button.IsDisabled)
            {
                shown["disabled"] = true;
            }

            buttons.Add(shown);
        }

        return new JsonObject { ["type"] = ActionRow, ["components"] = buttons };
    }

    private JsonObject Menu(Choices choices, int number)
    {
        var options = new JsonArray();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var button in choices.Buttons.Where(button => !button.IsDisabled))
        {
            var command = CommandCodec.Encode(button.Command);
            if (options.Count < MostOptions && known.Add(command))
            {
                options.Add(new JsonObject { ["label"] = DiscordMarkdown.CutPlain(button.Label, LongestOption) is { Length: > 0 } label ? label : "…", ["value"] = command });
            }
        }

        var prompt = choices.Buttons.Count > MostOptions ? $"{choices.Prompt} (the first {MostOptions} of {choices.Buttons.Count})" : choices.Prompt;
        var isEmpty = options.Count == 0;
        if (isEmpty)
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
                ["disabled"] = isEmpty,
            }),
        };
    }
}
