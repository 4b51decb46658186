using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A role of a server.</summary>
public sealed class FakeRole
{
    internal FakeRole(string id, string name, ulong rights, bool isManaged) => (Id, Name, Rights, IsManaged) = (id, name, rights, isManaged);

    public string Id { get; }

    public string Name { get; }

    public ulong Rights { get; set; }

    public bool IsMentionable { get; set; }

    /// <summary>Whether it belongs to the bot.</summary>
    public bool IsManaged { get; }

    internal JsonObject ToJson(int position) => new()
    {
        ["id"] = Id, ["name"] = Name, ["permissions"] = Rights.ToString(CultureInfo.InvariantCulture), ["position"] = position, ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false, ["managed"] = IsManaged, ["mentionable"] = IsMentionable, ["icon"] = null, ["unicode_emoji"] = null, ["flags"] = 0,
    };
}
