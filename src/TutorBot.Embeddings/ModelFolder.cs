using System.Security.Cryptography;

namespace TutorBot.Embeddings;

/// <summary>A folder with a model, checked: the files are there and are those that the manifest means.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Manifest">Its <c>model.json</c>.</param>
public sealed record ModelFolder(string Path, ModelManifest Manifest)
{
    /// <summary>The graph's file.</summary>
    public string GraphPath => System.IO.Path.Combine(Path, Manifest.File);

    /// <summary>The vocabulary's file.</summary>
    public string VocabularyPath => System.IO.Path.Combine(Path, Manifest.Vocabulary);

    /// <summary>Reads and checks a folder.</summary>
    /// <exception cref="ModelException">Something is missing or is another file than the manifest says.</exception>
    public static ModelFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Directory.Exists(path))
        {
            throw new ModelException([$"The model's folder \"{path}\" does not exist. Set Model:Folder to a folder with a {ModelManifest.FileName}, such as content/models/tutor-minilm-l6-v1."]);
        }

        var manifestPath = System.IO.Path.Combine(path, ModelManifest.FileName);
        if (!File.Exists(manifestPath))
        {
            throw new ModelException([$"{manifestPath} is missing. Set Model:Folder to a folder that has one, or write one as the shipped model's."]);
        }

        var folder = new ModelFolder(path, ModelManifest.Parse(File.ReadAllText(manifestPath), manifestPath));
        var problems = new List<string>();
        Check(folder.GraphPath, folder.Manifest.Sha256, "sha256", manifestPath, problems);
        Check(folder.VocabularyPath, folder.Manifest.VocabularySha256, "vocabularySha256", manifestPath, problems);
        return problems.Count == 0 ? folder : throw new ModelException(problems);
    }

    private static void Check(string path, string sha256, string key, string manifest, List<string> problems)
    {
        if (!File.Exists(path))
        {
            problems.Add($"{path} is missing, though {manifest} names it. Put the file there, or name the right one.");
            return;
        }

        using var file = File.OpenRead(path);
        var actual = Convert.ToHexStringLower(SHA256.HashData(file));
        if (actual != sha256)
        {
            problems.Add($"{path} is not the file that {manifest} means: its SHA-256 is {actual}, \"{key}\" says {sha256}. Get the right file again, or, if this one is meant, write its hash there.");
        }
    }
}
