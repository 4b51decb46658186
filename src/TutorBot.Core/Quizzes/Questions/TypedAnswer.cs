using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>
/// Judges a typed term. Case, accents, hyphens, spaces, an article before it and a plural make no difference, and one
/// typo is forgiven for every six letters; but what is another card's name, or nearer to one, is never right.
/// </summary>
public static class TypedAnswer
{
    /// <summary>One typo (a letter more, less, other or swapped with its neighbour) for so many letters of the name.</summary>
    public const int LettersPerTypo = 6;

    /// <summary>Whether what was typed names the card.</summary>
    /// <param name="typed">Anything.</param>
    /// <param name="accepts">The card's names.</param>
    /// <param name="refuses">Other cards' names, at least those of <see cref="Near"/>.</param>
    public static bool IsRight(string typed, IReadOnlyList<string> accepts, IReadOnlyList<string> refuses)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(accepts);
        ArgumentNullException.ThrowIfNull(refuses);
        var forms = Forms(typed);
        var own = int.MaxValue;
        foreach (var name in accepts.Select(Key).Where(name => name.Length > 0))
        {
            var limit = name.Length / LettersPerTypo;
            var distance = Distance(forms, name, limit);
            own = distance <= limit ? Math.Min(own, distance) : own;
        }

        return own == 0 || (own < int.MaxValue
            && !refuses.Select(Key).Any(name => Distance(forms, name, own) is var other && (other == 0 || other < own)));
    }

    /// <summary>Of other cards' names those that a misspelt name of this card could be nearer to, in lower case, in order, each once.</summary>
    /// <param name="accepts">The card's names.</param>
    /// <param name="others">The names of all other cards.</param>
    public static IReadOnlyList<string> Near(IReadOnlyList<string> accepts, IEnumerable<string> others)
    {
        ArgumentNullException.ThrowIfNull(accepts);
        ArgumentNullException.ThrowIfNull(others);
        List<string> own = [.. accepts.Select(Key)];

        // Twice the typos forgiven, and a plural's two letters on either side.
        return [.. others
            .Where(other => own.Exists(name => 2 * (name.Length / LettersPerTypo) + 4 is var reach && OptimalStringAlignment.Distance(name, Key(other), reach) <= reach))
            .Select(other => other.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The least distance of any form to a name, or <paramref name="limit"/> + 1.</summary>
    private static int Distance(IReadOnlyList<string> forms, string name, int limit) =>
        name.Length == 0 ? limit + 1 : forms.Min(form => OptimalStringAlignment.Distance(form, name, limit));

    /// <summary>What was typed, and without what may be a plural's ending; with one, for names that have it.</summary>
    private static List<string> Forms(string typed)
    {
        var words = WordSplitter.Split(typed).Select(word => word.Text).ToList();
        var joined = CardNames.Joined(string.Concat(words));
        List<string> forms = [joined];
        if (words.Count > 1 && words[0] is "a" or "an" or "the")
        {
            forms.Add(CardNames.Joined(string.Concat(words.Skip(1))));
        }

        foreach (var form in forms.ToArray().Where(form => form.Length > 2))
        {
            forms.Add(form + "s");
            if (form.EndsWith('s'))
            {
                forms.Add(form[..^1]);
            }

            if (form.EndsWith("es", StringComparison.Ordinal))
            {
                forms.Add(form[..^2]);
            }

            if (form.EndsWith("ies", StringComparison.Ordinal))
            {
                forms.Add(form[..^3] + "y");
            }
        }

        return forms;
    }

    /// <summary>A name as it is compared.</summary>
    private static string Key(string name) => CardNames.Joined(string.Concat(WordSplitter.Split(name).Select(word => word.Text)));
}
