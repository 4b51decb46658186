using System.Globalization;
using System.Text.RegularExpressions;

namespace TutorBot.Core.Retrieval;

/// <summary>Card numbers that a question asks for beside other words: "tip for card 161", "161 and 162", "161-165".</summary>
/// <param name="Numbers">One or more, as typed; a range is written out.</param>
/// <param name="IsRange">Whether it was a range.</param>
internal sealed partial record CardNumbers(IReadOnlyList<int> Numbers, bool IsRange)
{
    private const int LongestRange = 25;

    /// <summary>The numbers, or null where the question is about something else.</summary>
    public static CardNumbers? Read(QuestionReading reading)
    {
        var words = reading.Words;
        var numbers = new List<int>();
        foreach (var word in words)
        {
            if (word.Text.All(char.IsAsciiDigit))
            {
                if (!int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return null;
                }

                numbers.Add(number);
            }
            else if (!IsAround(word.Text) && !reading.IsInFieldSpan(word))
            {
                return null;
            }
        }

        if (numbers.Count == 0)
        {
            return null;
        }

        return numbers.Count == 2 && numbers[0] < numbers[1] && Range().IsMatch(reading.Text)
            ? new CardNumbers([.. Enumerable.Range(numbers[0], Math.Min(numbers[1] - numbers[0] + 1, LongestRange))], true)
            : new CardNumbers([.. numbers.Distinct()], false);
    }

    private static bool IsAround(string word) =>
        StopWords.IsFunctionWord(word) || StopWords.IsTalk(word) || StopWords.IsFieldWord(word) || StopWords.IsAsking(word) || word is "nr" or "list" or "through" or "till";

    [GeneratedRegex(@"\d\s*(?:-|–|—|\.\.|to|through|till|until)\s*#?\d", RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
