using System.CommandLine;
using System.Globalization;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Retrieval.Evaluation;
using TutorBot.Settings;

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
        var questions = files.SelectMany(file => Read(file, problems)).ToList();
        if (problems.Count == 0 && questions.Count == 0)
        {
            problems.Add("The files hold no question. Write one JSON object a line.");
        }

        using var parts = await TutorParts.LoadAsync(
            TutorSettings.Read(SettingsSources.Build()), decks, Console.Error, cancellationToken).ConfigureAwait(false);
        var library = parts.Retriever.Current.Library;
        CommonOptions.RequireDeck(library, deck);
        problems.AddRange(Evaluator.Problems(questions, library));
        if (problems.Count > 0)
        {
            problems.ForEach(problem => Console.Error.WriteLine($"error: {problem}"));
            return 1;
        }

        var report = isFit
            ? await FitAsync(parts, questions, cancellationToken).ConfigureAwait(false)
            : await new Evaluator(parts.Asking, parts.Retriever, TimeProvider.System)
                .RunAsync(questions, deck, new LineProgress("asked", questions.Count, Console.Error), cancellationToken).ConfigureAwait(false);
        Console.Out.WriteLine(isJson ? JsonOutput.Of(ToJson(report)) : ToText(report));
        return 0;
    }

    private static async Task<EvaluationReport> FitAsync(TutorParts parts, List<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        if (questions.All(question => question.IsAnswerable) || !questions.Any(question => question.IsAnswerable))
        {
            throw new UsageException("To fit, the questions must hold some that a card answers and some (\"cards\": []) that none does.");
        }

        var fitted = new WeightFitting(parts.Model).Fit(questions, parts.Retriever.Current, cancellationToken);
        var path = Path.Combine(parts.ModelFolder.Path, RankingWeightsFile.FileName);
        await File.WriteAllTextAsync(path, RankingWeightsFile.Format(fitted.Weights), cancellationToken).ConfigureAwait(false);
        Console.Error.WriteLine($"wrote {path}; cross-validated:");
        return fitted.CrossValidated;
    }

    private static IReadOnlyList<EvaluationQuestion> Read(string file, List<string> problems)
    {
        if (File.Exists(file))
        {
            return QuestionSet.Parse(File.ReadLines(file), Path.GetFileName(file), problems);
        }

        problems.Add($"{file} does not exist. Name a file of JSON lines.");
        return [];
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
        recall@1       {report.RecallAt1:F3}
        recall@3       {report.RecallAt3:F3}
        mrr            {report.MeanReciprocalRank:F3}
        auroc          {report.Auroc:F3}
        answered       coverage {report.Answer.Coverage:F3}, precision {report.Answer.Precision:F3}, false answers {report.Answer.FalseAnswerRate:F3}
        suggested      coverage {report.Suggest.Coverage:F3}, recall@3 {report.Suggest.RecallAt3:F3}
        latency        p50 {report.MedianMilliseconds:F2} ms, p95 {report.Percentile95Milliseconds:F2} ms

        {string.Join('\n', report.ByKind.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key,-14} {kind.Value.Questions,4} questions, recall@1 {kind.Value.RecallAt1:F3}, false answers {kind.Value.FalseAnswerRate:F3}")))}

        misses:
        {string.Join('\n', report.Misses.Select(miss => string.Create(CultureInfo.InvariantCulture, $"  {miss.Question.Question} (expected {string.Join('/', miss.Question.Cards)}, got {miss.First?.Local}, rank {miss.Rank}, {miss.Band}, {miss.Confidence:F2})")))}
        """);
}
