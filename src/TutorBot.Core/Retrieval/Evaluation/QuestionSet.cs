using System.Globalization;
using System.Text.Json;

namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>Reads question sets: JSON lines <c>{"question":"…","cards":[166],"kind":"paraphrase","deck":"deep-learning"}</c>.</summary>
public static class QuestionSet
{
    /// <summary>The questions of a file's lines; blank lines are skipped.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="fileName">For the problems.</param>
    /// <param name="problems">Every line that could not be read is added, as <c>file(line): what. Remedy.</c></param>
    public static IReadOnlyList<EvaluationQuestion> Parse(IEnumerable<string> lines, string fileName, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(problems);
        var questions = new List<EvaluationQuestion>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                questions.Add(Read(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{fileName}({number}): {(e is FormatException ? e.Message : "this is not JSON")}. Write one object a line, like {{\"question\":\"…\",\"cards\":[166],\"kind\":\"paraphrase\",\"deck\":\"deep-learning\"}}."));
            }
        }

        return questions;
    }

    private static EvaluationQuestion Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object
            || !line.TryGetProperty("question", out var question) || question.ValueKind != JsonValueKind.String)
        {
            throw new FormatException("\"question\" is missing or no text");
        }

        if (!line.TryGetProperty("cards", out var cards) || cards.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("\"cards\" is missing or no list");
        }

        return new EvaluationQuestion(
            question.GetString() ?? "",
            [.. cards.EnumerateArray().Select(Card)],
            Text(line, "kind") ?? "other",
            Text(line, "deck"));
    }

    private static string Card(JsonElement card) => card.ValueKind switch
    {
        JsonValueKind.Number when card.TryGetInt32(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String => card.GetString() ?? "",
        _ => throw new FormatException("\"cards\" holds something that is neither a number nor a card's anchor"),
    };

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
