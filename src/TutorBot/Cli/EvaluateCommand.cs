using System.CommandLine;
using System.Globalization;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Retrieval.Evaluation;
using TutorBot.Settings;
using Counted = TutorBot.Core.Chat.Counted;

namespace TutorBot.Cli;

/// <summary><c>tutorbot evaluate FILE…</c>: quality and latency on question sets; with <c>--fit</c> it fits the weights.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Question sets: JSON lines", Arity = ArgumentArity.OneOrMore };
        var decks = CommonOptions.Decks();
        var deck = CommonOptions.Deck();
        var json = CommonOptions.Json();
        var fit = new Option<bool>("--fit") { Description = "Fit weights.json beside the model; prints cross-validated figures" };
        var command = new Command("evaluate", "Measure the quality of answers on question sets, or fit the weights to them") { files, decks, deck, fit, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(files) ?? [], result.GetValue(decks), result.GetValue(deck), result.GetValue(fit), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] files, string? decks, string? deck, bool isFit, bool isJson, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var lines = files.SelectMany(file => Read(file, problems)).ToList();
        if (problems.Count == 0 && lines.Count == 0)
        {
            problems.Add("The files hold no question. Write one JSON object a line.");
        }

        using var parts = await TutorParts.LoadAsync(
            StartCheck.Read(SettingsSources.Build(), decks, mustKeep: false, Console.Error), Console.Error, cancellationToken).ConfigureAwait(false);
        var library = parts.Retriever.Current.Library;
        CommonOptions.RequireDecks(library);
        CommonOptions.RequireDeck(library, deck);
        problems.AddRange(lines.SelectMany(line => Evaluator.Problems([line.Question], library).Select(problem => $"{line.Where}: {problem}")));
        if (problems.Count > 0)
        {
            problems.ForEach(problem => Console.Error.WriteLine($"error: {problem}"));
            return 1;
        }

        List<EvaluationQuestion> questions = [.. lines.Select(line => line.Question)];
        var report = isFit
            ? await FitAsync(parts, questions, cancellationToken).ConfigureAwait(false)
            : await LongWork.RunAsync("asked", questions.Count, Console.Error, progress => new Evaluator(parts.Asking, parts.Retriever, TimeProvider.System)
                .RunAsync(questions, deck, progress, cancellationToken)).ConfigureAwait(false);
        Console.Out.WriteLine(isJson ? JsonOutput.Of(ToJson(report)) : ToText(report));
        return 0;
    }

    private static async Task<EvaluationReport> FitAsync(TutorParts parts, List<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        if (questions.All(question => question.IsAnswerable) || !questions.Any(question => question.IsAnswerable))
        {
            throw new UsageException("To fit, the questions must hold some that a card answers and some (\"cards\": []) that none does.");
        }

        var fitted = await LongWork.RunAsync("fitting the weights", null, Console.Error, _ => Task.Run(
            () => new WeightFitting(parts.Model).Fit(questions, parts.Retriever.Current, cancellationToken), cancellationToken)).ConfigureAwait(false);
        var path = Path.Combine(parts.ModelFolder.Path, RankingWeightsFile.FileName);
        await File.WriteAllTextAsync(path, RankingWeightsFile.Format(fitted.Weights), cancellationToken).ConfigureAwait(false);
        Console.Error.WriteLine($"wrote {path}; cross-validated:");
        return fitted.CrossValidated;
    }

    /// <summary>The questions of a file, each with its file and line.</summary>
    private static IEnumerable<(EvaluationQuestion Question, string Where)> Read(string file, List<string> problems)
    {
        try
        {
            var lines = File.ReadAllLines(file);
            _ = QuestionSet.Parse(lines, file, problems);
            return lines.Index().SelectMany(line => QuestionSet.Parse([line.Item], file, [])
                .Select(question => (question, string.Create(CultureInfo.InvariantCulture, $"{file}({line.Index + 1})"))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file} {(Directory.Exists(file) ? "is a folder" : File.Exists(file) ? "cannot be read" : "does not exist")}. Name a file of JSON lines.");
            return [];
        }
    }

    private static object ToJson(EvaluationReport report) => new
    {
        questions = report.Questions,
        answerable = report.Answerable,
        recallAt1 = report.RecallAt1,
        recallAt3 = report.RecallAt3,
        mrr = report.MeanReciprocalRank,
        auroc = report.Auroc,
        bands = new { answer = report.Answer, suggest = report.Suggest },
        latencyMs = new { p50 = report.MedianMilliseconds, p95 = report.Percentile95Milliseconds },
        byKind = report.ByKind,
        misses = report.Misses.Select(miss => new
        {
            question = miss.Question.Question,
            expected = miss.Question.Cards.Select(card => int.TryParse(card, CultureInfo.InvariantCulture, out var number) ? (object)number : card),
            got = miss.First?.Number is { } got ? (object)got : miss.First?.Anchor,
            rank = miss.Rank,
            band = miss.Band,
            confidence = Math.Round(miss.Confidence, 4),
        }),
    };

    private static string ToText(EvaluationReport report) => string.Create(CultureInfo.InvariantCulture, $"""
        questions      {report.Questions} ({report.Answerable} answerable)
        recall@1       {Share(report.RecallAt1)}
        recall@3       {Share(report.RecallAt3)}
        mrr            {Share(report.MeanReciprocalRank)}
        auroc          {Share(report.Auroc)}
        answered       coverage {Share(report.Answer.Coverage)}, precision {Share(report.Answer.Precision)}, false answers {Share(report.Answer.FalseAnswerRate)}
        suggested      coverage {Share(report.Suggest.Coverage)}, recall@3 {Share(report.Suggest.RecallAt3)}
        latency        p50 {report.MedianMilliseconds:F2} ms, p95 {report.Percentile95Milliseconds:F2} ms

        {string.Join('\n', report.ByKind.Select(kind => $"{kind.Key,-14} {Counted.Of(kind.Value.Questions, "question"),14}, recall@1 {Share(kind.Value.RecallAt1)}, false answers {Share(kind.Value.FalseAnswerRate)}"))}

        misses:
        {(report.Misses.Count == 0 ? "  none" : string.Join('\n', report.Misses.Select(ToText)))}
        """);

    private static string ToText(EvaluatedQuestion miss) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {miss.Question.Question} (expected {(miss.Question.IsAnswerable ? string.Join('/', miss.Question.Cards) : "no answer")}, got {miss.First?.Local ?? "none"}, rank {miss.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–"}, {miss.Band}, {miss.Confidence:F2})");

    /// <summary>A dash where there was nothing to measure.</summary>
    private static string Share(double? share) => share?.ToString("F3", CultureInfo.InvariantCulture) ?? "–";
}
