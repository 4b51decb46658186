using TutorBot.Core.Cards;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>
/// A question made of a card, complete in itself: editing, renaming or deleting the card changes nothing about it. All
/// texts but those of <see cref="Reveal"/> are plain, without markup. Written to and read from JSON as it stands.
/// </summary>
/// <param name="Form">The <see cref="IQuizType.Name"/> of its form.</param>
/// <param name="Card">The card that it asks about: the key.</param>
/// <param name="Seed">What it was drawn with; card, form, seed and difficulty make the same question again.</param>
/// <param name="Difficulty">How near the wrong options are.</param>
/// <param name="Prompt">What is asked, in one line.</param>
/// <param name="Options">What to choose from, in the order shown; empty where the answer is typed or told.</param>
/// <param name="Key">The index of the right option, from 0; null where there are no options.</param>
/// <param name="Accepts">The card's names in lower case: what a typed answer may be (<see cref="TypedAnswer"/>).</param>
/// <param name="Refuses">Names of other cards, in lower case, that a misspelt answer could be taken for; only of typed forms.</param>
/// <param name="Reveal">What is shown once it is closed.</param>
public sealed record Question(
    string Form,
    CardId Card,
    long Seed,
    Difficulty Difficulty,
    string Prompt,
    IReadOnlyList<QuestionOption> Options,
    int? Key,
    IReadOnlyList<string> Accepts,
    IReadOnlyList<string> Refuses,
    QuestionReveal Reveal)
{
    /// <summary>Whether an option is the right one.</summary>
    /// <param name="choice">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such option.</exception>
    public bool IsRight(int choice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(choice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(choice, Options.Count);
        return choice == Key;
    }

    /// <summary>Whether a typed answer names the card (<see cref="TypedAnswer.IsRight"/>).</summary>
    public bool IsRight(string typed) => TypedAnswer.IsRight(typed, Accepts, Refuses);
}
