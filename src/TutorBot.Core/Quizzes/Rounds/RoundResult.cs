namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>How a closed round went.</summary>
/// <param name="Answered">How many chose something.</param>
/// <param name="Right">How many of them were right.</param>
/// <param name="Choices">How many chose each option.</param>
public sealed record RoundResult(int Answered, int Right, IReadOnlyList<int> Choices)
{
    /// <summary>With fewer answers no shares are shown: they would tell who chose what.</summary>
    public const int LeastForShares = 3;

    /// <summary>Whether there are enough answers to show shares.</summary>
    public bool HasShares => Answered >= LeastForShares;

    /// <summary>The share that was right, in whole per cent.</summary>
    public int RightPercent => Percent(Right);

    /// <summary>The share that chose an option, in whole per cent.</summary>
    public int PercentOf(int option) => Percent(Choices[option]);

    /// <summary>The wrong option that most chose; null where nobody chose a wrong one, or shares are not shown.</summary>
    public int? MixUp(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var wrong = Enumerable.Range(0, Choices.Count).Where(option => !round.IsRight(option) && Choices[option] > 0).ToList();
        return HasShares && wrong.Count > 0 ? wrong.MaxBy(option => Choices[option]) : null;
    }

    /// <summary>The result of a round's answers.</summary>
    public static RoundResult Of(Round round, IEnumerable<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(answers);
        var choices = answers.Select(answer => answer.Choice).OfType<int>().Where(choice => choice < round.Question.Options.Count).ToList();
        return new RoundResult(
            choices.Count,
            choices.Count(round.IsRight),
            [.. Enumerable.Range(0, round.Question.Options.Count).Select(option => choices.Count(choice => choice == option))]);
    }

    private int Percent(int count) => Answered == 0 ? 0 : (int)Math.Round(100.0 * count / Answered);
}
