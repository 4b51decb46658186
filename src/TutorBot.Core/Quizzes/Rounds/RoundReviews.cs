using TutorBot.Core.Memory;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What answers to a round say about memory.</summary>
public static class RoundReviews
{
    /// <summary>The id of the review that a person's answer to a round becomes: one, whatever happens twice.</summary>
    public static string IdOf(RoundId round, PersonId person) => $"round/{round}/{person.Value}";

    /// <summary>Wrong is *Again*; right is *Hard* for whoever only guessed, else *Good*.</summary>
    public static Rating RatingOf(Answer answer, bool isRight)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return !isRight ? Rating.Again : answer.Stake == Stake.Guess ? Rating.Hard : Rating.Good;
    }

    /// <summary>The reviews of a close, at the time of the answers' last changes of choice.</summary>
    public static IReadOnlyList<Review> Close(Round round, IEnumerable<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(round);
        return [.. answers.Where(answer => answer.Choice is not null).Select(answer => new Review(
            IdOf(round.Id, answer.Person),
            answer.Person,
            round.Question.Card,
            answer.ChosenAt ?? answer.At,
            RatingOf(answer, round.IsRight(answer.Choice ?? -1)),
            ReviewSource.Quiz))];
    }
}
