using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A message as it shows now.</summary>
public sealed class FakeMessage
{
    internal const int SuppressEmbeds = 4;
    internal const int Ephemeral = 64;
    internal const int Loading = 128;
    internal const int Silent = 4096;
    internal const int V2 = 32768;

    private readonly World _world;
    private readonly List<FakeFile> _files = [];
    private JsonObject _shown;

    internal FakeMessage(World world, FakeChannel channel, FakeUser author, JsonObject body, string? visibleTo)
    {
        (_world, Channel, Author, VisibleTo, Id, Created) = (world, channel, author, visibleTo, world.NextId(), world.Now);
        _shown = new JsonObject
        {
            ["content"] = body["content"]?.DeepClone() ?? "", ["embeds"] = body["embeds"]?.DeepClone() ?? new JsonArray(),
            ["components"] = body["components"]?.DeepClone() ?? new JsonArray(), ["attachments"] = new JsonArray(), ["flags"] = 0,
        };
    }

    public string Id { get; }

    public FakeChannel Channel { get; }

    public FakeUser Author { get; }

    public DateTimeOffset Created { get; }

    /// <summary>How often it was changed after it first showed.</summary>
    public int EditCount { get; internal set; }

    public bool IsDeleted { get; internal set; }

    /// <summary>Whether only one person sees it.</summary>
    public bool IsEphemeral => VisibleTo is not null;

    /// <summary>The id of the one person who sees it; null if everyone does.</summary>
    public string? VisibleTo { get; }

    /// <summary>Whether it still shows "thinking…".</summary>
    public bool IsLoading => _world.Locked(() => (Flags & Loading) != 0);

    /// <summary>The allowed_mentions of the last request that wrote it; null if that had none.</summary>
    public JsonElement? AllowedMentions { get; internal set; }

    /// <summary>Whom it rings for: ids of people and roles, or "everyone".</summary>
    public IReadOnlyList<string> Pings { get; internal set; } = [];

    /// <summary>The id of the message that it answers; null if none.</summary>
    public string? RepliesTo { get; internal set; }

    /// <summary>What the bot uploaded with it, without what an edit dropped.</summary>
    public IReadOnlyList<FakeFile> Files => _world.Locked(() => _files.ToList());

    /// <summary>Discord's message object.</summary>
    public JsonElement Json => _world.Locked(() => JsonSerializer.SerializeToElement(ToJson()));

    /// <summary>All text that it shows, a line each: content, embeds and text displays.</summary>
    public string Text => _world.Locked(() => string.Join('\n', MessageText.Of(_shown)));

    /// <summary>Buttons and menus that have a custom_id, also nested ones.</summary>
    public IReadOnlyList<FakeComponent> Components => _world.Locked(() => FakeComponent.In(_shown["components"]).ToList());

    internal int Flags => (int)(FormErrors.NumberOf(_shown["flags"]) ?? 0);

    internal JsonObject Shown => _shown;

    internal FakeInteraction? Source { get; set; }

    internal string? Nonce { get; set; }

    internal DateTimeOffset? Edited { get; set; }

    internal void Show(JsonObject shown, IEnumerable<FakeFile> files)
    {
        _shown = shown;
        var names = (shown["attachments"] as JsonArray ?? []).Select(attachment => FormErrors.TextOf(attachment?["filename"])).ToHashSet();
        _files.AddRange(files);
        _files.RemoveAll(file => !names.Contains(file.Name));
        _world.Changed.Raise();
    }

    internal JsonObject ToJson()
    {
        var json = _shown.DeepClone().AsObject();
        json["id"] = Id;
        json["channel_id"] = Channel.Id;
        json["author"] = Author.ToJson();
        json["timestamp"] = World.Timestamp(Created);
        json["edited_timestamp"] = Edited is { } edited ? World.Timestamp(edited) : null;
        json["type"] = Source is { Type: FakeInteraction.Command } ? 20 : RepliesTo is null ? 0 : 19;
        json["tts"] = false;
        json["pinned"] = false;
        json["mention_everyone"] = false;
        json["mention_roles"] = new JsonArray();
        json["mentions"] = json["mentions"]?.DeepClone() ?? new JsonArray();
        if (Nonce is not null)
        {
            json["nonce"] = Nonce;
        }

        if (RepliesTo is not null)
        {
            json["message_reference"] = new JsonObject { ["type"] = 0, ["channel_id"] = Channel.Id, ["message_id"] = RepliesTo, ["guild_id"] = Channel.Guild?.Id };
            json["referenced_message"] = _world.Messages.TryGetValue(RepliesTo, out var replied) && !replied.IsDeleted ? replied.ToJson() : null;
        }

        if (Source is not null)
        {
            json["webhook_id"] = _world.ApplicationId;
            json["application_id"] = _world.ApplicationId;
            json["interaction_metadata"] = new JsonObject
            {
                ["id"] = Source.Id, ["type"] = Source.Type, ["user"] = Source.User.ToJson(), ["authorizing_integration_owners"] = Source.InstallOwners(),
            };
        }

        if (!Author.IsBot && Channel.Guild is not null)
        {
            json["content"] = ""; // The bot has no intent for what people write.
        }

        return json;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"message {Id} in {Channel.Name}: {Text}");
}
