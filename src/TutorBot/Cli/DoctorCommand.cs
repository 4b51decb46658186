using System.CommandLine;
using System.Text;
using TutorBot.Core.Cards;
using TutorBot.Embeddings;
using TutorBot.Settings;

namespace TutorBot.Cli;

/// <summary><c>tutorbot doctor</c>: checks what the worker needs and names the remedy of each failure.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("doctor", "Check settings, model, decks, data folder and clock") { json };
        command.SetAction(result => Run(result.GetValue(json)));
        return command;
    }

    private static int Run(bool isJson)
    {
        List<Finding> findings = [Unicode(), Clock()];
        try
        {
            var settings = TutorSettings.Read(SettingsSources.Build());
            findings.Add(new Finding("settings", true, "all good"));
            findings.AddRange([.. Model(settings.ModelFolder), .. Decks(settings.DecksFolder), Data(settings.DataFolder)]);
        }
        catch (SettingsException e)
        {
            findings.AddRange(e.Problems.Select(problem => new Finding("settings", false, problem)));
        }

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
        ? new Finding("clock", true, TimeProvider.System.GetUtcNow().ToString("u", System.Globalization.CultureInfo.InvariantCulture))
        : new Finding("clock", false, "The machine's clock is years behind. Set it, best with NTP.");

    private static IEnumerable<Finding> Model(string path)
    {
        ModelFolder? folder = null;
        IReadOnlyList<string> problems = [];
        try
        {
            folder = ModelFolder.Open(path);
            using var model = OnnxEmbeddingGenerator.Load(folder);
        }
        catch (ModelException e)
        {
            problems = e.Problems;
        }

        return problems.Count > 0
            ? problems.Select(problem => new Finding("model", false, problem))
            : [new Finding("model", true, $"{folder?.Manifest.Id}, {folder?.Manifest.Dimension} numbers per vector")];
    }

    private static IEnumerable<Finding> Decks(string path)
    {
        var library = new DeckFolder(path).Load();
        var errors = library.Problems.Where(problem => problem.IsError).ToList();
        return errors.Count > 0
            ? errors.Select(problem => new Finding("decks", false, problem.ToString()))
            : [new Finding("decks", true, $"{library.Decks.Count} decks, {library.Cards.Count} cards")];
    }

    private static Finding Data(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, ".doctor");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding("data", true, $"{path} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("data", false, $"{path} cannot be written. Give the program's user the right to, or set Data:Folder to another folder.");
        }
    }

    private sealed record Finding(string Check, bool IsGood, string What);
}
