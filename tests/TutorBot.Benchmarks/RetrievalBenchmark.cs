using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;
using Spectre.Console;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>
/// The comparisons of RETRIEVAL.md §7: what an answer costs beside the bare session, how large it grows, and how it stands
/// against transformers.js. Figures of one run compare with each other only.
/// </summary>
internal static class RetrievalBenchmark
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(bool isJson)
    {
        var small = await PartAsync("small");
        var large = await PartAsync("large");
        var index = await PartAsync("index");
        var (ratio, leastCosine) = await AgainstTransformersAsync();
        var askToSession50 = Number(small, "ask", "P50") / Number(small, "session", "P50");
        var askToSession100k = Number(large, "ask", "P50") / Number(large, "session", "P50");
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                sessionP50Ms = Number(small, "session", "P50"),
                askP50Ms50 = Number(small, "ask", "P50"),
                askToSessionRatio50 = askToSession50,
                askToSessionRatio100k = askToSession100k,
                embedToTransformersJsRatio = ratio,
                indexSecondsPer1000 = index.GetProperty("first").GetDouble(),
                bytesPerAsk = small.GetProperty("bytes").GetDouble(),
                residentMb50 = small.GetProperty("residentMb").GetDouble(),
                residentMb100k = large.GetProperty("residentMb").GetDouble(),
            }));
            return 0;
        }

        var table = new Table().AddColumns("what", "measured", "goal");
        Row(table, "session alone, p50 / p95", $"{Number(small, "session", "P50"):F2} / {Number(small, "session", "P95"):F2} ms", "");
        Row(table, "tokenizer alone, p50 / p95", $"{Number(small, "tokenizer", "P50"):F3} / {Number(small, "tokenizer", "P95"):F3} ms", "");
        Row(table, "embed, p50 / p95", $"{Number(small, "embed", "P50"):F2} / {Number(small, "embed", "P95"):F2} ms", "");
        Row(table, "whole ask at 50 cards, p50 / p95", $"{Number(small, "ask", "P50"):F2} / {Number(small, "ask", "P95"):F2} ms", "");
        Row(table, "ask / session at 50 cards", $"{askToSession50:F2}", "≤ 1.6");
        Row(table, "ask / session at 100,000 cards", $"{askToSession100k:F2}", "≤ 4");
        Row(table, "embed / transformers.js (least cosine)", $"{ratio:F2} ({leastCosine:F4})", "≤ 0.8 (≥ 0.99)");
        Row(table, "indexing 1,000 cards", $"{index.GetProperty("first").GetDouble():F1} s", "");
        Row(table, "indexing them again, from the cache", $"{index.GetProperty("second").GetDouble():F2} s", "");
        Row(table, "managed bytes per ask, without the wording", $"{small.GetProperty("bytes").GetDouble():F0}", "≤ 4096");
        Row(table, "resident at 50 cards", $"{small.GetProperty("residentMb").GetDouble():F0} MB", "≤ 250 MB");
        Row(table, "resident at 100,000 cards", $"{large.GetProperty("residentMb").GetDouble():F0} MB", "≤ 2000 MB");
        AnsiConsole.Write(table);
        return 0;
    }

    private static void Row(Table table, string what, FormattableString measured, string goal) =>
        table.AddRow(what, measured.ToString(CultureInfo.InvariantCulture), goal);

    private static double Number(JsonElement part, string what, string percentile) => part.GetProperty(what).GetProperty(percentile).GetDouble();

    private static async Task<JsonElement> PartAsync(string part)
    {
        await Console.Error.WriteLineAsync($"measuring: {part}");
        return await PartProcess.RunAsync("retrieval-part", part);
    }

    /// <summary>The median ratio of p50s over alternating processes, and the least cosine between the two.</summary>
    private static async Task<(double Ratio, double LeastCosine)> AgainstTransformersAsync()
    {
        var node = Repository.PathOf("tests/TutorBot.Benchmarks/node");
        if (!Directory.Exists(Path.Combine(node, "node_modules")))
        {
            await Console.Error.WriteLineAsync("installing transformers.js");
            await PartProcess.RunAsync("npm", ["install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"], null, node);
        }

        using var models = new TransformersModel();
        var texts = string.Join('\n', Questions.Load().Select(question => JsonSerializer.Serialize(question)));
        var ratios = new List<double>();
        var leastCosine = 1.0;
        for (var round = 0; round < Rounds; round++)
        {
            var ours = await PartAsync("embed");
            await Console.Error.WriteLineAsync("measuring: transformers.js");
            var output = await PartProcess.RunAsync(
                "node", ["embed.mjs", models.Folder, TransformersModel.Name, Questions.WarmUps.ToString(CultureInfo.InvariantCulture), "vectors"], texts, node);
            var theirs = output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
            ratios.Add(Number(ours, "embed", "P50") / Percentiles.Of(theirs.Select(line => line.GetProperty("elapsed").GetDouble())).P50);
            leastCosine = Math.Min(leastCosine, ours.GetProperty("vectors").EnumerateArray().Zip(theirs, (one, other) =>
                (double)TensorPrimitives.CosineSimilarity(Floats(one), Floats(other.GetProperty("vector")))).Min());
        }

        ratios.Sort();
        return (ratios[Rounds / 2], leastCosine);
    }

    private static float[] Floats(JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetSingle())];
}
