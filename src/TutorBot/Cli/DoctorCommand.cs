using System.CommandLine;
using System.Globalization;
using System.Text;
using TutorBot.Core.Cards;
using TutorBot.Discord;
using TutorBot.Embeddings;
using TutorBot.Settings;
using TutorBot.Storage;
using ChannelRef = TutorBot.Core.Chat.ChannelRef;
using Counted = TutorBot.Core.Chat.Counted;

namespace TutorBot.Cli;

/// <summary><c>tutorbot doctor</c>: checks what the worker needs and names the remedy of each failure.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("doctor", "Check settings, model, decks, data folder, database, clock and Discord") { json };
        command.SetAction((result, token) => RunAsync(result.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(bool isJson, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var settings = TutorSettings.Read(SettingsSources.Build(), problems);
        List<Finding> findings =
        [
            Unicode(), Clock(), .. Findings("settings", problems, "all good"),
            .. Model(settings), .. Decks(settings.DecksFolder), .. Data(settings), .. await DatabaseAsync(settings, cancellationToken).ConfigureAwait(false),
            .. await DiscordAsync(settings, cancellationToken).ConfigureAwait(false),
        ];
        if (isJson)
        {
            Console.Out.WriteLine(JsonOutput.Of(findings));
        }
        else
        {
            foreach (var finding in findings)
            {
                Console.Out.WriteLine($"{(finding.IsGood ? "ok  " : "FAIL")} {finding.Check}: {finding.What}");
            }
        }

        return findings.All(finding => finding.IsGood) ? 0 : 1;
    }

    private static Finding Unicode() => "é".Normalize(NormalizationForm.FormD).Length == 2
        ? new Finding("globalization", true, "Unicode tables are there")
        : new Finding("globalization", false, "invariant: install ICU (Debian: libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");

    /// <summary>A clock before the program was written is wrong.</summary>
    private static Finding Clock() => TimeProvider.System.GetUtcNow().Year >= 2026
        ? new Finding("clock", true, TimeProvider.System.GetUtcNow().ToString("u", CultureInfo.InvariantCulture))
        : new Finding("clock", false, "The machine's clock is years behind. Set it, best with NTP.");

    /// <summary>A failure for each problem, else what is good.</summary>
    private static IEnumerable<Finding> Findings(string check, IReadOnlyCollection<string> problems, string good) => problems.Count > 0
        ? problems.Select(problem => new Finding(check, false, problem))
        : [new Finding(check, true, good)];

    // A folder whose setting is wrong is empty, and named among the settings.
    private static IEnumerable<Finding> Model(TutorSettings settings)
    {
        if (settings.ModelFolder.Length == 0)
        {
            return [];
        }

        var problems = StartCheck.ModelProblems(settings);
        return Findings("model", problems, problems.Count > 0 ? "" : Describe(ModelFolder.Open(settings.ModelFolder).Manifest));
    }

    private static string Describe(ModelManifest manifest) =>
        string.Create(CultureInfo.InvariantCulture, $"{manifest.Id}, {manifest.Dimension} numbers per vector");

    private static IEnumerable<Finding> Decks(string path)
    {
        if (path.Length == 0)
        {
            return [];
        }

        var library = new DeckFolder(path).Load();
        return Findings(
            "decks",
            [.. library.Problems.Where(problem => problem.IsError).Select(problem => problem.ToString())],
            $"{Counted.Of(library.Decks.Count, "deck")}, {Counted.Of(library.Cards.Count, "card")}");
    }

    private static IEnumerable<Finding> Data(TutorSettings settings) => settings.DataFolder.Length == 0
        ? []
        : Findings("data", StartCheck.DataProblem(settings) is { } problem ? [problem] : [], $"{settings.DataFolder} can be written");

    private static async Task<IReadOnlyList<Finding>> DatabaseAsync(TutorSettings settings, CancellationToken cancellationToken)
    {
        if (settings.DataFolder.Length == 0)
        {
            return [];
        }

        try
        {
            return [new Finding("database", true, settings.PostgresConnectionString.Length > 0
                ? await Database.DescribePostgresAsync(settings.PostgresConnectionString, cancellationToken).ConfigureAwait(false)
                : await Database.DescribeSqliteAsync(Path.Combine(settings.DataFolder, "tutorbot.db"), cancellationToken).ConfigureAwait(false))];
        }
        catch (DatabaseException e)
        {
            return [new Finding("database", false, e.Message)];
        }
    }

    private static async Task<IEnumerable<Finding>> DiscordAsync(TutorSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Discord.Token.Length == 0)
        {
            return [new Finding("discord", true, "off: there is no token in Discord__Token")];
        }

        return (await DiscordServices.CheckAsync(settings.Discord, await ChannelsAsync(settings, cancellationToken).ConfigureAwait(false), TimeProvider.System, cancellationToken).ConfigureAwait(false))
            .Select(finding => new Finding(finding.Check, finding.IsGood, finding.What));
    }

    /// <summary>The channels of Discord with a daily quiz; none where the database cannot be read, which is named apart.</summary>
    private static async Task<IReadOnlyList<ChannelRef>> ChannelsAsync(TutorSettings settings, CancellationToken cancellationToken)
    {
        var file = Path.Combine(settings.DataFolder, "tutorbot.db");
        if (settings.DataFolder.Length == 0 || (settings.PostgresConnectionString.Length == 0 && !File.Exists(file)))
        {
            return [];
        }

        try
        {
            // Opening would upgrade it, which is the next start's business.
            var state = settings.PostgresConnectionString.Length > 0
                ? await Database.DescribePostgresAsync(settings.PostgresConnectionString, cancellationToken).ConfigureAwait(false)
                : await Database.DescribeSqliteAsync(file, cancellationToken).ConfigureAwait(false);
            if (!state.EndsWith("is up to date", StringComparison.Ordinal))
            {
                return [];
            }

            var database = settings.PostgresConnectionString.Length > 0
                ? await Database.OpenPostgresAsync(settings.PostgresConnectionString, TimeProvider.System, cancellationToken).ConfigureAwait(false)
                : await Database.OpenSqliteAsync(file, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return [.. (await new ScheduleStore(database).AllAsync(cancellationToken).ConfigureAwait(false))
                .SelectMany(schedule => schedule.Channels).Select(channel => channel.Channel).Where(channel => channel.Platform == "discord").Distinct()];
        }
        catch (DatabaseException)
        {
            return [];
        }
    }

    private sealed record Finding(string Check, bool IsGood, string What);
}
