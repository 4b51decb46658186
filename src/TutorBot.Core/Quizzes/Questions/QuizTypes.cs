namespace TutorBot.Core.Quizzes.Questions;

/// <summary>All forms of question.</summary>
public static class QuizTypes
{
    /// <summary>Every form, in the order in which people are told of them.</summary>
    public static IReadOnlyList<IQuizType> All { get; } =
    [
        new DefinitionQuestion(), new TermQuestion(), new ExampleQuestion(), new TipQuestion(), new ClozeQuestion(),
        new PairQuestion(), new TypedQuestion(), new ExplainQuestion(), new TrueFalseQuestion(),
    ];

    /// <summary>The form of this name in any case, or null.</summary>
    public static IQuizType? Find(string name) =>
        All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase));
}
