using System.Globalization;
using System.Text;

namespace TutorBot.Core.Groups;

/// <summary>Names of groups: what people may type, and when two are the same.</summary>
public static class GroupName
{
    /// <summary>The most characters that a name has, as people count them.</summary>
    public const int Longest = 60;

    /// <summary>The name as it is kept: normalised, one space between words; or null and why not.</summary>
    /// <param name="typed">Anything.</param>
    /// <param name="problem">What is wrong and how to mend it, or null.</param>
    public static string? Read(string typed, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = string.Join(' ', Cleaned(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
        var length = new StringInfo(name).LengthInTextElements;
        var told = typed.Length > 400 || name.Length > 4 * Longest ? "more" : length.ToString(CultureInfo.InvariantCulture);
        problem = !name.Any(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)) ? "A group needs a name of letters, as in /group create Tuesday readers."
            : length > Longest || name.Length > 4 * Longest ? $"A group's name has at most {Longest} characters; this one has {told}. Shorten it."
            : null;
        return problem is null ? name : null;
    }

    /// <summary>What two names are compared by: "Readers" and "readers" are one.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // Joiners shape what stands around them and are not seen themselves.
        return name.Replace("\u200D", "", StringComparison.Ordinal).Replace("\u200C", "", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    /// <summary>Without control characters and the marks that reorder or hide text around them.</summary>
    private static string Cleaned(string typed)
    {
        var kept = new StringBuilder(Math.Min(typed.Length, 400));
        foreach (var rune in typed.EnumerateRunes().Take(400))
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isJoiner = rune.Value is 0x200D or 0x200C;
            if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(' ');
            }
            else if (isJoiner || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }
}
