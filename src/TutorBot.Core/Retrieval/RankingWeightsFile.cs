using System.Text.Json;

namespace TutorBot.Core.Retrieval;

/// <summary><c>weights.json</c>: the fitted weights as they lie beside the model.</summary>
public static class RankingWeightsFile
{
    /// <summary>The file's name in the model's folder.</summary>
    public const string FileName = "weights.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The weights in a text, or null where it is no such file.</summary>
    public static RankingWeights? Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var weights = JsonSerializer.Deserialize<RankingWeights>(json, Options);
            return weights?.Confidence.Coefficients.Count == ConfidenceFeatures.Count ? weights : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of the file.</summary>
    public static string Format(RankingWeights weights) => JsonSerializer.Serialize(weights, Options) + "\n";
}
