using TutorBot.Core.Cards;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>What gives a card away in a sentence: its names in any inflection, and the words that they are made of.</summary>
internal sealed class TermNames
{
    /// <summary>A shorter word is no abbreviation that gives a name away: "norm" of "normalization" is.</summary>
    private const int ShortestAbbreviation = 4;

    /// <summary>A shorter part of a word gives nothing away: "encoder" in "autoencoder" does.</summary>
    private const int ShortestPart = 5;

    /// <summary>Names of more words are found by their words in a row alone.</summary>
    private const int MostJoinedWords = 5;

    private readonly QuizWord[][] _names;
    private readonly HashSet<string> _joined;
    private readonly HashSet<string> _acronyms;
    private readonly string[] _spelledOut;

    public TermNames(IReadOnlyList<string> names)
    {
        _names = [.. names.Select(name => new QuizText(name).Words.ToArray()).Where(words => words.Length > 0)];
        _joined = names.Select(CardNames.Joined).Where(name => name.Length > 1).ToHashSet(StringComparer.Ordinal);
        _acronyms = _names.Select(Initials).Where(initials => initials.Length > 1).ToHashSet(StringComparer.Ordinal);
        _spelledOut = [.. names.Where(name => name.Length > 2 && name.All(char.IsAsciiLetterUpper))];
        Words = [.. _names.SelectMany(words => words).Where(word => word.IsTelltale).DistinctBy(word => word.Stem)];
    }

    /// <summary>The words that tell the names, one for each stem.</summary>
    public IReadOnlyList<QuizWord> Words { get; }

    /// <summary>The words, each with its name's words, for finding which cards a sentence names.</summary>
    public IReadOnlyList<IReadOnlyList<QuizWord>> Names => _names;

    /// <summary>Marks the words of a sentence that stand for a name of the card, each name as one.</summary>
    public void Mark(QuizText sentence, BlankMarks marks)
    {
        for (var start = 0; start < sentence.Words.Count; start++)
        {
            if (LengthAt(sentence, start) is var length and > 0)
            {
                marks.AddName(start, length);
            }
        }
    }

    /// <summary>Whether a sentence names the card.</summary>
    public bool IsIn(QuizText sentence) =>
        Enumerable.Range(0, sentence.Words.Count).Any(start => LengthAt(sentence, start) > 0);

    /// <summary>Whether a word is a form of one of those.</summary>
    public bool Has(QuizWord word) => Words.Any(word.IsFormOf);

    /// <summary>Whether a word gives one of the names away: a form, an abbreviation or a part of a word of it.</summary>
    public bool GivesAway(QuizWord word) => word.IsTelltale && Words.Any(own => word.IsFormOf(own) || IsAkin(word.Stem, own.Stem));

    private static bool IsAkin(string word, string own) =>
        (word.Length >= ShortestAbbreviation && own.StartsWith(word, StringComparison.Ordinal))
        || (word.Length >= ShortestPart && own.Contains(word, StringComparison.Ordinal))
        || (own.Length >= ShortestPart && word.Contains(own, StringComparison.Ordinal));

    /// <summary>How many words from here on are a name, its acronym or the words of one ("long short-term memory"); 0 for none.</summary>
    private int LengthAt(QuizText sentence, int start)
    {
        var words = sentence.Words;
        var longest = _acronyms.Contains(Acronym(sentence, words[start])) ? 1 : 0;
        foreach (var name in _names)
        {
            if (name.Length > longest && start + name.Length <= words.Count
                && !name.Where((word, i) => !words[start + i].IsFormOf(word)).Any())
            {
                longest = name.Length;
            }
        }

        foreach (var acronym in _spelledOut)
        {
            if (acronym.Length > longest && start + acronym.Length <= words.Count
                && !acronym.Where((letter, i) => char.ToUpperInvariant(words[start + i].Text[0]) != letter).Any())
            {
                longest = acronym.Length;
            }
        }

        var joined = "";
        for (var length = 1; length <= MostJoinedWords && start + length <= words.Count; length++)
        {
            joined += CardNames.Joined(words[start + length - 1].Text);
            if (length > longest && (_joined.Contains(joined) || (joined.EndsWith('s') && _joined.Contains(joined[..^1]))))
            {
                longest = length;
            }
        }

        return longest;
    }

    /// <summary>"BN" of "batch normalization"; empty for one word.</summary>
    private static string Initials(QuizWord[] name) =>
        name.Length < 2 ? "" : string.Concat(name.Select(word => char.ToUpperInvariant(word.Text[0])));

    /// <summary>A word written in capitals, without a plural s.</summary>
    private static string Acronym(QuizText sentence, QuizWord word)
    {
        var written = sentence.Text[word.Start..word.End];
        written = written.Length > 2 && written[^1] == 's' ? written[..^1] : written;
        return written.All(char.IsUpper) ? written : "";
    }
}
