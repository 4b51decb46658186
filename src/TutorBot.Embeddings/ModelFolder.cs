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
    /// <exception cref="ModelException">Something is missing or is not what the manifest says; all of it is named.</exception>
    public static ModelFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Directory.Exists(path))
        {
            throw new ModelException([$"The model's folder \"{path}\" does not exist. Set Model:Folder to a folder with a {ModelManifest.FileName}, such as content/models/tutor-minilm-l6-v1."]);
        }

        var manifestPath = System.IO.Path.Combine(path, ModelManifest.FileName);
        var problems = new List<string>();
        if (ModelManifest.Parse(ReadManifest(manifestPath), manifestPath, problems) is not { } manifest)
        {
            throw new ModelException(problems);
        }

        var folder = new ModelFolder(path, manifest);
        var isGraph = IsMeant(manifest.File, manifest.Sha256, "sha256", folder, problems);
        IsMeant(manifest.Vocabulary, manifest.VocabularySha256, "vocabularySha256", folder, problems);
        folder.CheckWeights(manifestPath, problems);
        if (problems.Count == 0)
        {
            return folder;
        }

        // What only the loaded graph can tell is named along with the rest.
        problems.AddRange(OnnxEmbeddingGenerator.Problems(folder, isGraph));
        throw new ModelException(problems);
    }

    private static string ReadManifest(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException([$"{path} {(File.Exists(path) ? "cannot be read" : "is missing")}. Set Model:Folder to a folder that has one, or write one as the shipped model's."], e);
        }
    }

    /// <summary>Whether a file is there and is the one that the manifest means; a name or a hash that is wrong itself was named before.</summary>
    private static bool IsMeant(string file, string sha256, string key, ModelFolder folder, List<string> problems)
    {
        if (file.Length == 0)
        {
            return false;
        }

        var path = System.IO.Path.Combine(folder.Path, file);
        string actual;
        try
        {
            using var content = File.OpenRead(path);
            actual = Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{path} {(File.Exists(path) ? "cannot be read" : "is missing")}, though {ModelManifest.FileName} names it. Put the file there, or name the right one.");
            return false;
        }

        if (sha256.Length > 0 && actual != sha256)
        {
            problems.Add($"{path} is not the file that {System.IO.Path.Combine(folder.Path, ModelManifest.FileName)} means: its SHA-256 is {actual}, \"{key}\" says {sha256}. Get the right file again, or, if this one is meant, write its hash there.");
            return false;
        }

        return true;
    }

    private void CheckWeights(string manifestPath, List<string> problems)
    {
        if (Manifest.File.Length == 0 || GraphFacts.Read(GraphPath) is not { } facts)
        {
            return;
        }

        var precision = facts.HasInt8Weights ? "int8" : "fp32";
        if (Manifest.Precision.Length > 0 && Manifest.Precision != precision)
        {
            problems.Add($"{manifestPath}: \"precision\" is \"{Manifest.Precision}\", but {Manifest.File} holds {precision} weights. Write \"{precision}\".");
        }

        if (Manifest.MaxTokens > facts.Positions)
        {
            problems.Add($"{manifestPath}: \"maxTokens\" is {Manifest.MaxTokens}, but {Manifest.File} has places for {facts.Positions} tokens. Write {facts.Positions} or less.");
        }
    }
}
