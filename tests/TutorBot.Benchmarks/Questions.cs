using TutorBot.Core.Retrieval.Evaluation;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>The questions that are timed.</summary>
internal static class Questions
{
    public const int WarmUps = 50;

    /// <summary>The texts of the first deck's question set.</summary>
    public static IReadOnlyList<string> Load() =>
        [.. QuestionSet.Parse(File.ReadLines(Repository.PathOf("tests/data/eval/deep-learning.questions.jsonl")), "questions", [])
            .Select(question => question.Question)];
}
