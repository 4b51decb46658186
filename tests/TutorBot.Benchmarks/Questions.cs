using TutorBot.Core.Retrieval.Evaluation;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>The questions that are timed.</summary>
internal static class Questions
{
    /// <summary>How many are asked before timing starts: each once and more, so that what is timed is compiled as in a process that has run for a while.</summary>
    public const int WarmUps = 300;

    /// <summary>The texts of the first deck's question set.</summary>
    public static IReadOnlyList<string> Load() =>
        [.. QuestionSet.Parse(File.ReadLines(Repository.PathOf("tests/data/eval/deep-learning.questions.jsonl")), "questions", [])
            .Select(question => question.Question)];
}
