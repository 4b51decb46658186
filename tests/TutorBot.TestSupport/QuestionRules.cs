using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Retrieval;

namespace TutorBot.TestSupport;

/// <summary>
/// The rules of a good question, written from their description and not from the code that makes questions: that one
/// marks words, this one looks for names by patterns and compares sets of stems.
/// </summary>
public static partial class QuestionRules
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string[]> KnownStems = new(StringComparer.Ordinal);
    private static readonly string[] AsksForTheTerm = ["term", "example", "tip", "cloze", "pair", "typed"];

    /// <summary>Every rule that a question breaks, in words; empty for a good one.</summary>
    /// <param name="question">The question.</param>
    /// <param name="library">The cards it was made of.</param>
    public static IReadOnlyList<string> Broken(Question question, LibrarySnapshot library)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(library);
        var key = library.Find(question.Card) ?? throw new ArgumentException("The question is about no card of the library.", nameof(question));
        return [.. Shape(question, key)
            .Concat(question.Form is "truefalse" or "explain" or "typed" ? [] : Options(question, key, library))
            .Concat(AsksForTheTerm.Contains(question.Form) ? Leaks(question, key, library) : [])
            .Concat(question.Form == "definition" ? Definition(question, key, library) : [])
            .Select(broken => $"{question.Card} {question.Form} {question.Seed}: {broken}: {question.Prompt} [{string.Join(" | ", question.Options.Select(option => option.Text))}]")];
    }

    private static IEnumerable<string> Shape(Question question, Card key)
    {
        if (question.Prompt.Contains('\n', StringComparison.Ordinal) || Markup().IsMatch(question.Prompt.Replace("____", "", StringComparison.Ordinal)))
        {
            yield return "the prompt has markup or a line break";
        }

        if (question.Prompt.Length is < 10 or > 500)
        {
            yield return "the prompt is too short or too long";
        }

        if (!question.Accepts.Select(Normalized).SequenceEqual(key.Names.Select(Normalized)) || question.Accepts.Any(name => Markup().IsMatch(name)))
        {
            yield return "it does not accept the card's names";
        }

        if (question.Options.Any(option => Markup().IsMatch(option.Text.Replace("____", "", StringComparison.Ordinal))))
        {
            yield return "an option has markup";
        }
    }

    private static IEnumerable<string> Options(Question question, Card key, LibrarySnapshot library)
    {
        var count = question.Form == "pair" ? 2 : 4;
        if (question.Options.Count != count || question.Key is not { } at || at < 0 || at >= count)
        {
            yield return $"it has not {count} options with one key";
            yield break;
        }

        if (question.Options[at].Card != key.Id || question.Options.Count(option => option.Card == key.Id) != 1)
        {
            yield return "not exactly the key comes from the card";
        }

        if (question.Options.Select(option => Normalized(option.Text)).Distinct(StringComparer.Ordinal).Count() != count
            || question.Options.Select(option => option.Card).Distinct().Count() != count)
        {
            yield return "two options are the same";
        }

        foreach (var option in question.Options)
        {
            var card = library.Find(option.Card ?? key.Id);
            if (card is null || (question.Form != "definition" && (option.Text.Contains('(', StringComparison.Ordinal) || !card.Names.Select(Normalized).Contains(Normalized(option.Text)))))
            {
                yield return $"\"{option.Text}\" is not the short name of a card";
            }

            if (card is not null && card != key && card.Names.Select(Normalized).Intersect(key.Names.Select(Normalized), StringComparer.Ordinal).Any())
            {
                yield return $"\"{option.Text}\" is a name of the key too";
            }
        }
    }

    private static IEnumerable<string> Leaks(Question question, Card key, LibrarySnapshot library)
    {
        foreach (var name in key.Names.Where(name => Holds(question.Prompt, name)))
        {
            yield return $"the prompt names \"{name}\"";
        }

        var others = question.Options.Where(option => option.Card != key.Id).Select(option => library.Find(option.Card ?? key.Id) ?? key).ToList();
        var shared = Stems(question.Prompt);
        shared.IntersectWith(key.Names.SelectMany(Stems));
        shared.ExceptWith(others.SelectMany(card => card.Names.SelectMany(Stems)));
        if (shared.Count > 0)
        {
            yield return $"the prompt shares \"{string.Join(", ", shared)}\" with the key alone";
        }

        var passage = question.Prompt[(question.Prompt.IndexOf('“', StringComparison.Ordinal) + 1)..].TrimEnd('”');
        var said = Stems(passage);
        foreach (var other in others)
        {
            var text = CardText.Of(other);
            if (said.Count > 0 && said.Count(Stems(text).Contains) > 0.7 * said.Count)
            {
                yield return $"the prompt is right of \"{other.Title}\" too";
            }

            if (key.Names.Any(name => Holds(FirstSentence(other), name)))
            {
                yield return $"\"{other.Title}\" is a kind of the key";
            }

            if (question.Form != "pair" && other.Names.Any(name => Holds(passage, name)))
            {
                yield return $"the prompt names the option \"{other.Title}\"";
            }
        }
    }

    private static IEnumerable<string> Definition(Question question, Card key, LibrarySnapshot library)
    {
        var cards = question.Options.Select(option => library.Find(option.Card ?? key.Id) ?? key).ToList();
        foreach (var option in question.Options)
        {
            foreach (var name in cards.SelectMany(card => card.Names).Where(name => Holds(option.Text, name)))
            {
                yield return $"an option names \"{name}\"";
            }
        }

        var right = question.Options.First(option => option.Card == key.Id);
        var wrong = question.Options.Where(option => option.Card != key.Id).ToList();
        var alone = Stems(right.Text);
        alone.IntersectWith(key.Names.SelectMany(Stems));
        alone.ExceptWith(wrong.SelectMany(option => Stems(option.Text)));
        if (alone.Count > 0)
        {
            yield return $"the key alone repeats \"{string.Join(", ", alone)}\" of the term";
        }

        var lengths = question.Options.Select(option => option.Text.Length).ToList();
        if (lengths.Max() > 2 * lengths.Min())
        {
            yield return "the longest option is more than twice as long as the shortest";
        }

        foreach (var (one, other) in question.Options.SelectMany((one, i) => question.Options.Skip(i + 1).Select(other => (one, other))))
        {
            var (left, both) = (Stems(one.Text), Stems(one.Text));
            both.IntersectWith(Stems(other.Text));
            left.UnionWith(Stems(other.Text));
            if (both.Count > 0.6 * left.Count)
            {
                yield return "two options say nearly the same";
            }
        }

        foreach (var other in cards.Where(card => card != key && card.Names.Any(name => Holds(FirstSentence(key), name))))
        {
            yield return $"the key is a kind of \"{other.Title}\"";
        }
    }

    /// <summary>Whether a text has a name as words of its own, in any case, with any signs between its words, also in the plural.</summary>
    private static bool Holds(string text, string name) => Patterns.GetOrAdd(name, _ => Pattern(name)).IsMatch(text);

    private static Regex Pattern(string name) => new(
        $@"(?<![\p{{L}}\p{{N}}]){string.Join(@"[^\p{L}\p{N}]*", Letters().Matches(name).Select(match => Regex.Escape(match.Value)))}(?:s|es)?(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The stems of a text's content words.</summary>
    private static HashSet<string> Stems(string text) => [.. KnownStems.GetOrAdd(text, _ => [.. Letters().Matches(text.ToLowerInvariant())
        .Select(match => match.Value)
        .Where(word => word == "vs" || !StopWords.IsFunctionWord(word))
        .Select(EnglishStemmer.Stem)])];

    private static string FirstSentence(Card card) => SentenceEnd().Split(card.Definition)[0];

    private static string Normalized(string text) =>
        text.ToLowerInvariant().Where(char.IsLetterOrDigit).Aggregate(new StringBuilder(), (joined, letter) => joined.Append(letter)).ToString();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"[*`#<>|\\]|\]\(|__")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[^\p{Ll}])")]
    private static partial Regex SentenceEnd();
}
