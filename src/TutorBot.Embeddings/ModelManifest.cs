using System.Text.Json;

namespace TutorBot.Embeddings;

/// <summary>What <c>model.json</c> says of a sentence-transformer of the BERT family.</summary>
/// <param name="Id">Its name.</param>
/// <param name="File">The ONNX graph, in the same folder.</param>
/// <param name="Sha256">Of that file, in hex.</param>
/// <param name="Vocabulary">The vocabulary, one piece a line, in the same folder.</param>
/// <param name="VocabularySha256">Of that file, in hex.</param>
/// <param name="Dimension">Numbers per vector, a multiple of 8.</param>
/// <param name="Pooling"><c>mean</c> or <c>cls</c>.</param>
/// <param name="QueryPrefix">What the model wants before a question; may be empty.</param>
/// <param name="PassagePrefix">What it wants before a card's text; may be empty.</param>
/// <param name="MaxTokens">The longest text in tokens, special ones included: 8 to 8192.</param>
/// <param name="LowerCase">Whether text is lower-cased and its accents are removed.</param>
/// <param name="Output">The graph's output with a vector for each token: float32, [batch, sequence, dimension].</param>
/// <param name="Precision"><c>fp32</c> or <c>int8</c>: what the graph's weights are.</param>
public sealed record ModelManifest(
    string Id,
    string File,
    string Sha256,
    string Vocabulary,
    string VocabularySha256,
    int Dimension,
    Pooling Pooling,
    string QueryPrefix,
    string PassagePrefix,
    int MaxTokens,
    bool LowerCase,
    string Output,
    string Precision)
{
    /// <summary>The manifest's name in a model's folder.</summary>
    public const string FileName = "model.json";

    /// <summary>Reads a manifest as far as it can be read: what is wrong is empty or zero in it.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="path">For the problems.</param>
    /// <param name="problems">Every mistake is added.</param>
    /// <returns>The manifest, or null where the text is no JSON object.</returns>
    public static ModelManifest? Parse(string json, string path, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return Read(document.RootElement, path, problems);
            }

            problems.Add($"{path}: this is not a JSON object. Take the model.json of the shipped model as an example.");
        }
        catch (JsonException e)
        {
            problems.Add($"{path}({(e.LineNumber ?? 0) + 1}): this is not JSON. Take the model.json of the shipped model as an example.");
        }

        return null;
    }

    private static ModelManifest Read(JsonElement root, string path, ICollection<string> problems)
    {
        var manifest = new ModelManifest(
            Text("id"),
            FileIn("file"),
            Hash("sha256"),
            FileIn("vocabulary"),
            Hash("vocabularySha256"),
            Number("dimension", 8, 8192),
            OneOf("pooling", "mean", "cls") == "cls" ? Pooling.Cls : Pooling.Mean,
            Text("queryPrefix", mayBeEmpty: true),
            Text("passagePrefix", mayBeEmpty: true),
            Number("maxTokens", 8, 8192),
            Flag("lowerCase"),
            Text("output"),
            OneOf("precision", "fp32", "int8"));
        if (manifest.Dimension % 8 != 0)
        {
            problems.Add($"{path}: \"dimension\" is {manifest.Dimension}. It must be a multiple of 8.");
        }

        return manifest;

        string Text(string key, bool mayBeEmpty = false)
        {
            if (root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
                && (mayBeEmpty || !string.IsNullOrWhiteSpace(value.GetString())))
            {
                return value.GetString() ?? "";
            }

            problems.Add($"{path}: \"{key}\" is missing or no text. Add it.");
            return "";
        }

        string FileIn(string key)
        {
            var name = Text(key);
            if (name != Path.GetFileName(name))
            {
                problems.Add($"{path}: \"{key}\" is \"{name}\". It must be the name of a file in the same folder.");
                return "";
            }

            return name;
        }

        string Hash(string key)
        {
            var hash = Text(key);
            if (hash.Length > 0 && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit)))
            {
                problems.Add($"{path}: \"{key}\" is no SHA-256. Write the 64 hex digits that `sha256sum` prints.");
                return "";
            }

            return hash.ToLowerInvariant();
        }

        string OneOf(string key, string first, string second)
        {
            var value = Text(key);
            if (value.Length > 0 && value != first && value != second)
            {
                problems.Add($"{path}: \"{key}\" is \"{value}\". It must be \"{first}\" or \"{second}\".");
                return "";
            }

            return value;
        }

        int Number(string key, int least, int greatest)
        {
            if (root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt32(out var number) && number >= least && number <= greatest)
            {
                return number;
            }

            problems.Add($"{path}: \"{key}\" is missing or no whole number from {least} to {greatest}. Mend it.");
            return 0;
        }

        bool Flag(string key)
        {
            if (root.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                return value.GetBoolean();
            }

            problems.Add($"{path}: \"{key}\" is missing. Write true or false.");
            return false;
        }
    }
}
