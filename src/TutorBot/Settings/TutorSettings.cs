using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Discord;
using TutorBot.Storage;

namespace TutorBot.Settings;

/// <summary>The settings of <c>appsettings.json</c>, user secrets and environment variables (<c>Decks__Folder</c>), checked.</summary>
/// <param name="DecksFolder"><c>Decks:Folder</c>: every *.md in it is a deck.</param>
/// <param name="ModelFolder"><c>Model:Folder</c>: the sentence-transformer.</param>
/// <param name="DataFolder"><c>Data:Folder</c>: what is kept between starts.</param>
/// <param name="IsPlaygroundEnabled"><c>Playground:Enabled</c>.</param>
/// <param name="PlaygroundUrl"><c>Playground:Url</c>: http, on a loopback address unless there is a password.</param>
/// <param name="PlaygroundPassword"><c>Playground:Password</c>; empty: none is asked for.</param>
public sealed record TutorSettings(
    string DecksFolder,
    string ModelFolder,
    string DataFolder,
    bool IsPlaygroundEnabled,
    Uri PlaygroundUrl,
    string PlaygroundPassword)
{
    /// <summary><c>Chat:Endpoint</c>: an OpenAI-compatible service that phrases answers, or null: none does.</summary>
    public Uri? ChatEndpoint { get; init; }

    /// <summary><c>Chat:Model</c>: the model's name there.</summary>
    public string ChatModel { get; init; } = "";

    /// <summary><c>Chat:ApiKey</c>: from the environment or user secrets; empty where the service wants none.</summary>
    public string ChatApiKey { get; init; } = "";

    /// <summary><c>Database:Postgres</c>: PostgreSQL, from the environment or user secrets; empty: SQLite in <c>tutorbot.db</c> of the data folder.</summary>
    public string PostgresConnectionString { get; init; } = "";

    /// <summary><c>Quiz:MinimumWindowMinutes</c>: the shortest time between post and close, 1 to 720 minutes. Below 10 the menus offer times for trying out.</summary>
    public int MinimumWindowMinutes { get; init; } = DefaultMinimumWindowMinutes;

    /// <summary><c>Operators</c>: who runs this tutor, as in <c>discord:123</c>; on a platform of which it names nobody, those whom the platform does.</summary>
    public IReadOnlyList<UserRef> Operators { get; init; } = [];

    /// <summary><c>Decks:Owners:&lt;deck id&gt;</c>: who looks after a deck; for other decks the operators do.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<UserRef>> DeckOwners { get; init; } = new Dictionary<string, IReadOnlyList<UserRef>>();

    /// <summary><c>Discord:…</c>; with an empty token Discord is off.</summary>
    public DiscordOptions Discord { get; init; } = new("", DiscordOptions.RealApi, 0, "");

    private const int DefaultMinimumWindowMinutes = 120;
    private const int GreatestMinimumWindowMinutes = 720;
    private const int GreatestShards = 1000;

    /// <summary>Where the playground is served by default.</summary>
    public const string DefaultPlaygroundUrl = "http://127.0.0.1:5080";

    /// <summary>Reads and checks all settings; every mistake is reported at once.</summary>
    /// <exception cref="SettingsException">Something is wrong.</exception>
    public static TutorSettings Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        var settings = Read(configuration, problems);
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    /// <summary>Reads all settings as far as they can be read; a folder whose setting is wrong is empty.</summary>
    /// <param name="configuration">Where they stand.</param>
    /// <param name="problems">Every mistake is added.</param>
    public static TutorSettings Read(IConfiguration configuration, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(problems);
        var password = configuration["Playground:Password"] ?? "";
        return new TutorSettings(
            Folder(configuration, "Decks:Folder", "content/decks", problems),
            Folder(configuration, "Model:Folder", "content/models/tutor-minilm-l6-v1", problems),
            Folder(configuration, "Data:Folder", "data", problems),
            Flag(configuration, "Playground:Enabled", problems),
            Url(configuration["Playground:Url"] ?? DefaultPlaygroundUrl, password.Length > 0, problems),
            password)
        {
            ChatEndpoint = Endpoint(configuration, problems),
            ChatModel = configuration["Chat:Model"] ?? "",
            ChatApiKey = configuration["Chat:ApiKey"] ?? "",
            PostgresConnectionString = Postgres(configuration, problems),
            Operators = People(configuration.GetSection("Operators"), problems),
            DeckOwners = configuration.GetSection("Decks:Owners").GetChildren().ToDictionary(
                deck => deck.Key, IReadOnlyList<UserRef> (deck) => People(deck, problems), StringComparer.OrdinalIgnoreCase),
            Discord = new DiscordOptions(
                (configuration["Discord:Token"] ?? "").Trim(),
                DiscordApi(configuration, problems),
                Number(configuration, "Discord:Shards", 0, 0, GreatestShards, problems),
                DiscordGuild(configuration, problems)),
            MinimumWindowMinutes = Number(configuration, "Quiz:MinimumWindowMinutes", DefaultMinimumWindowMinutes, 1, GreatestMinimumWindowMinutes, problems),
        };
    }

    /// <summary>Ids of people: a list, or one text with commas.</summary>
    private static List<UserRef> People(IConfigurationSection section, ICollection<string> problems)
    {
        var people = new List<UserRef>();
        foreach (var text in section.GetChildren().Select(child => child.Value ?? "").Prepend(section.Value ?? "").SelectMany(value => value.Split(',')).Select(text => text.Trim()))
        {
            UserRef? person = text.Split(':') switch
            {
                ["discord", { Length: > 0 } id] when id.All(char.IsAsciiDigit) => new UserRef("discord", "", id),
                ["slack", { Length: > 0 } realm, { Length: > 0 } id] => new UserRef("slack", realm, id),
                ["playground", { Length: > 0 } id] => new UserRef("playground", "playground", id.ToLowerInvariant()),
                _ => null,
            };
            if (person is not null)
            {
                people.Add(person);
            }
            else if (text.Length > 0)
            {
                problems.Add($"{section.Path} has \"{text}\", which is no id of a person. Write discord:123456789, slack:T0123:U0456 or playground:ada.");
            }
        }

        return people;
    }

    private static Uri DiscordApi(IConfiguration configuration, ICollection<string> problems)
    {
        var value = configuration["Discord:ApiBaseUrl"] ?? "";
        if (value.Length == 0)
        {
            return DiscordOptions.RealApi;
        }

        if (Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            return url;
        }

        problems.Add($"Discord:ApiBaseUrl is \"{value}\". Leave it empty for Discord itself, or set it to an https address with the version, as in \"{DiscordOptions.RealApi}\".");
        return DiscordOptions.RealApi;
    }

    private static string DiscordGuild(IConfiguration configuration, ICollection<string> problems)
    {
        var value = (configuration["Discord:GuildCommands"] ?? "").Trim();
        if (!value.All(char.IsAsciiDigit))
        {
            problems.Add($"Discord:GuildCommands is \"{value}\". Set it to the id of a server, all digits, or leave it empty for all servers.");
        }

        return value;
    }

    private static string Postgres(IConfiguration configuration, ICollection<string> problems)
    {
        var value = configuration["Database:Postgres"] ?? "";
        if (value.Length == 0 || Database.ConnectionStringProblem(value) is not { } problem)
        {
            return value;
        }

        problems.Add($"Database:Postgres is no connection string ({problem}). Write it as in Host=127.0.0.1;Database=tutorbot;Username=tutorbot, or leave it empty for SQLite.");
        return "";
    }

    private static string Folder(IConfiguration configuration, string key, string standard, ICollection<string> problems)
    {
        var value = configuration[key] ?? standard;
        if (string.IsNullOrWhiteSpace(value) || value.AsSpan().ContainsAny(Path.GetInvalidPathChars()))
        {
            problems.Add($"{key} is no path of a folder. Set it, as in \"{standard}\".");
            return "";
        }

        return value;
    }

    private static bool Flag(IConfiguration configuration, string key, ICollection<string> problems)
    {
        var value = configuration[key] ?? "true";
        if (!bool.TryParse(value, out var flag))
        {
            problems.Add($"{key} is \"{value}\". Set it to true or false.");
        }

        return flag;
    }

    private static int Number(IConfiguration configuration, string key, int standard, int least, int most, ICollection<string> problems)
    {
        var value = configuration[key];
        if (value is null)
        {
            return standard;
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            problems.Add($"{key} is \"{value}\". Set it to a whole number from {least} to {most}.");
        }

        return number;
    }

    private static Uri? Endpoint(IConfiguration configuration, ICollection<string> problems)
    {
        var value = configuration["Chat:Endpoint"] ?? "";
        if (value.Length == 0)
        {
            return null;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            problems.Add($"Chat:Endpoint is \"{value}\". Set it to an https address, or to http on this machine, as in \"http://127.0.0.1:11434/v1\".");
        }

        if (string.IsNullOrWhiteSpace(configuration["Chat:Model"]))
        {
            problems.Add("Chat:Endpoint is set, but Chat:Model is not. Set it to the model's name there, as in \"llama3.2\".");
        }

        return url;
    }

    private static Uri Url(string value, bool hasPassword, ICollection<string> problems)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.AbsolutePath != "/")
        {
            problems.Add($"Playground:Url is \"{value}\". Set it to an http address without a path, as in \"{DefaultPlaygroundUrl}\".");
            return new Uri(DefaultPlaygroundUrl);
        }

        if (!url.IsLoopback && !hasPassword)
        {
            problems.Add($"Playground:Url is \"{value}\", which others can reach. Set Playground:Password too, or use a loopback address, as in \"{DefaultPlaygroundUrl}\".");
        }

        return url;
    }
}
