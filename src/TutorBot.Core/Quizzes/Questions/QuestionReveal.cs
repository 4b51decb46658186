using System.Security.Cryptography;
using System.Text;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>The card as it was when the question was made: what the close shows. All texts but the term are CommonMark.</summary>
/// <param name="Term">The title without its parentheses, without markup.</param>
/// <param name="Title">The whole title.</param>
/// <param name="Definition">What the term means.</param>
/// <param name="HowItWorks">How it works, or null where the author gave none.</param>
/// <param name="QuickTip">A line to remember, or null where the author gave none.</param>
/// <param name="Revision">Of these texts: 16 hex digits that change whenever one of them does.</param>
public sealed record QuestionReveal(
    string Term, string Title, string Definition, string? HowItWorks, string? QuickTip, string Revision)
{
    /// <summary>What the close shows of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="term">Its title without parentheses.</param>
    internal static QuestionReveal Of(Card card, string term)
    {
        var all = string.Join('\u001F', [card.Title, card.Definition, card.HowItWorks ?? "", card.QuickTip ?? "", .. card.Aliases]);
        return new QuestionReveal(
            term, card.Title, card.Definition, card.HowItWorks, card.QuickTip, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16]);
    }
}
