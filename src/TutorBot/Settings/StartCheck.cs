using TutorBot.Core.Cards;
using TutorBot.Embeddings;

namespace TutorBot.Settings;

/// <summary>What must be right before long work starts: the settings, and the folders that they name.</summary>
internal static class StartCheck
{
    /// <summary>Reads and checks settings and folders; if anything is wrong, the model is checked along, so that all is named in one go.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="decksFolder">Replaces the decks folder, or null.</param>
    /// <param name="mustKeep">Whether a data folder that cannot be written is a mistake; else it is a warning.</param>
    /// <param name="errors">Told of warnings.</param>
    /// <exception cref="SettingsException">Something is wrong.</exception>
    public static TutorSettings Read(IConfiguration configuration, string? decksFolder, bool mustKeep, TextWriter errors)
    {
        var problems = new List<string>();
        var settings = TutorSettings.Read(configuration, problems);
        settings = settings with { DecksFolder = decksFolder ?? settings.DecksFolder };
        if (settings.DecksFolder.Length > 0 && !Directory.Exists(settings.DecksFolder))
        {
            problems.AddRange(new DeckFolder(settings.DecksFolder).Load().Problems.Select(problem => problem.ToString()));
        }

        var data = DataProblem(settings);
        if (data is not null && (mustKeep || problems.Count > 0))
        {
            problems.Add(data);
        }

        if (problems.Count > 0)
        {
            problems.AddRange(ModelProblems(settings));
            throw new SettingsException(problems);
        }

        if (data is not null)
        {
            errors.WriteLine($"warning: {data} Until then each start indexes every card again.");
        }

        return settings;
    }

    /// <summary>Why nothing can be kept, with the remedy, or null.</summary>
    public static string? DataProblem(TutorSettings settings)
    {
        if (settings.DataFolder.Length == 0)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(settings.DataFolder);
            var probe = Path.Combine(settings.DataFolder, $".probe-{Environment.ProcessId}");
            using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
            {
                return null;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Data:Folder \"{settings.DataFolder}\" cannot be written. Give the program's user the right to, or set it to another folder.";
        }
    }

    /// <summary>Everything that is wrong with the model; empty where it can be used.</summary>
    public static IReadOnlyList<string> ModelProblems(TutorSettings settings)
    {
        try
        {
            if (settings.ModelFolder.Length > 0)
            {
                OnnxEmbeddingGenerator.Load(ModelFolder.Open(settings.ModelFolder)).Dispose();
            }

            return [];
        }
        catch (ModelException e)
        {
            return e.Problems;
        }
    }
}
