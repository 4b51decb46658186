using System.Buffers;

namespace TutorBot.Core.Retrieval;

/// <summary>One word on its way through the steps of <see cref="EnglishStemmer"/>; the names are those of its description.</summary>
internal ref struct EnglishStem(Span<char> letters, int length)
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly (string Suffix, string With)[] Step2Suffixes =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
        ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"),
        ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ogist", "og"), ("ousli", "ous"), ("abli", "able"),
        ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"),
    ];

    private static readonly (string Suffix, string With)[] Step3Suffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ness", ""), ("ful", ""),
    ];

    private readonly Span<char> _letters = letters;
    private int _length = length;
    private int _r1;
    private int _r2;

    public readonly ReadOnlySpan<char> Letters => _letters[.._length];

    public ReadOnlySpan<char> Run()
    {
        MarkConsonantY();
        _r1 = Region1();
        _r2 = Region(_r1);
        Step0();
        Step1A();
        if (Step1B())
        {
            Step1C();
            Step2();
            Step3();
            Step4();
            Step5();
        }

        Letters.Replace(_letters[.._length], 'Y', 'y');
        return Letters;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>A y at the start or after a vowel is a consonant, written Y.</summary>
    private void MarkConsonantY()
    {
        if (_letters[0] == '\'')
        {
            _letters[1.._length].CopyTo(_letters);
            _length--;
        }

        for (var i = 0; i < _length; i++)
        {
            if (_letters[i] == 'y' && (i == 0 || IsVowel(_letters[i - 1])))
            {
                _letters[i] = 'Y';
            }
        }
    }

    private readonly int Region1()
    {
        foreach (var prefix in (ReadOnlySpan<string>)["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"])
        {
            if (Letters.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.Length;
            }
        }

        return Region(0);
    }

    /// <summary>What follows the first consonant after a vowel.</summary>
    private readonly int Region(int from)
    {
        for (var i = from + 1; i < _length; i++)
        {
            if (!IsVowel(_letters[i]) && IsVowel(_letters[i - 1]))
            {
                return i + 1;
            }
        }

        return _length;
    }

    private readonly bool Ends(string suffix) => Letters.EndsWith(suffix, StringComparison.Ordinal);

    private readonly bool IsInR1(int suffix) => _length - suffix >= _r1;

    private readonly bool IsInR2(int suffix) => _length - suffix >= _r2;

    private void Replace(int suffix, string with)
    {
        _length -= suffix;
        with.CopyTo(_letters[_length..]);
        _length += with.Length;
    }

    private readonly bool HasVowelBefore(int end) => _letters[..Math.Max(0, end)].ContainsAny(Vowels);

    private void Step0()
    {
        foreach (var suffix in (ReadOnlySpan<string>)["'s'", "'s", "'"])
        {
            if (Ends(suffix))
            {
                Replace(suffix.Length, "");
                return;
            }
        }
    }

    private void Step1A()
    {
        if (Ends("sses"))
        {
            Replace(2, "");
        }
        else if (Ends("ied") || Ends("ies"))
        {
            Replace(_length > 4 ? 2 : 1, "");
        }
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowelBefore(_length - 2))
        {
            Replace(1, "");
        }
    }

    /// <summary>Whether the word goes on to the later steps.</summary>
    private bool Step1B()
    {
        if (Ends("eed") || Ends("eedly"))
        {
            var suffix = Ends("eed") ? 3 : 5;
            if (IsInR1(suffix) && Letters[..^suffix] is not ("proc" or "exc" or "succ"))
            {
                Replace(suffix, "ee");
            }

            return true;
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (Ends(suffix))
            {
                return RemovePast(suffix);
            }
        }

        return true;
    }

    private bool RemovePast(string suffix)
    {
        var stem = Letters[..^suffix.Length];
        if (suffix == "ing" && stem.Length == 2 && stem[1] == 'y' && !IsVowel(stem[0]))
        {
            // dying, lying, tying, vying
            Replace(4, "ie");
            return true;
        }

        if (suffix == "ing" && stem is "inn" or "out" or "cann" or "herr" or "earr" or "even")
        {
            return false;
        }

        if (!HasVowelBefore(stem.Length))
        {
            return true;
        }

        _length = stem.Length;
        if (Ends("at") || Ends("bl") || Ends("iz"))
        {
            Replace(0, "e");
        }
        else if (EndsWithDouble())
        {
            // "adding" is "add", not "ad".
            if (!(_length == 3 && _letters[0] is 'a' or 'e' or 'o'))
            {
                _length--;
            }
        }
        else if (_r1 >= _length && EndsWithShortSyllable(_length))
        {
            Replace(0, "e");
        }

        return true;
    }

    private readonly bool EndsWithDouble() =>
        _length >= 2 && _letters[_length - 1] == _letters[_length - 2]
        && _letters[_length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    private readonly bool EndsWithShortSyllable(int end)
    {
        if (end == 2)
        {
            return IsVowel(_letters[0]) && !IsVowel(_letters[1]);
        }

        return (end >= 3 && !IsVowel(_letters[end - 3]) && IsVowel(_letters[end - 2]) && !IsVowel(_letters[end - 1])
                && _letters[end - 1] is not ('w' or 'x' or 'Y'))
            || (end == 4 && _letters[..end] is "past");
    }

    private readonly void Step1C()
    {
        if (_length > 2 && _letters[_length - 1] is 'y' or 'Y' && !IsVowel(_letters[_length - 2]))
        {
            _letters[_length - 1] = 'i';
        }
    }

    private void Step2()
    {
        if (!ReplaceFirst(Step2Suffixes))
        {
            if (Ends("ogi") && IsInR1(3) && _length > 3 && _letters[_length - 4] == 'l')
            {
                Replace(1, "");
            }
            else if (Ends("li") && IsInR1(2) && _length > 2
                && _letters[_length - 3] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't')
            {
                Replace(2, "");
            }
        }
    }

    private void Step3()
    {
        if (Ends("ative"))
        {
            if (IsInR1(5) && IsInR2(5))
            {
                Replace(5, "");
            }

            return;
        }

        ReplaceFirst(Step3Suffixes);
    }

    private void Step4()
    {
        foreach (var suffix in (ReadOnlySpan<string>)
            ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"])
        {
            if (Ends(suffix))
            {
                if (IsInR2(suffix.Length) && (suffix != "ion" || _letters[_length - 4] is 's' or 't'))
                {
                    _length -= suffix.Length;
                }

                return;
            }
        }
    }

    private void Step5()
    {
        if (Ends("e"))
        {
            if (IsInR2(1) || (IsInR1(1) && !EndsWithShortSyllable(_length - 1)))
            {
                _length--;
            }
        }
        else if (Ends("ll") && IsInR2(1))
        {
            _length--;
        }
    }

    /// <summary>Replaces the longest suffix of a list (sorted so) if it lies in R1; whether one was found at all.</summary>
    private bool ReplaceFirst((string Suffix, string With)[] suffixes)
    {
        foreach (var (suffix, with) in suffixes)
        {
            if (Ends(suffix))
            {
                if (IsInR1(suffix.Length))
                {
                    Replace(suffix.Length, with);
                }

                return true;
            }
        }

        return false;
    }
}
