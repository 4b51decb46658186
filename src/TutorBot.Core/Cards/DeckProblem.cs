using System.Globalization;

namespace TutorBot.Core.Cards;

/// <summary>A mistake in a deck's file, worded for the person who can mend it.</summary>
/// <param name="FileName">The file, without its folder.</param>
/// <param name="Line">The line it starts on, from 1; 0 where the whole file is meant.</param>
/// <param name="IsError">Whether a card or the file could not be used; else it is a warning.</param>
/// <param name="What">What is wrong, a sentence without its full stop.</param>
/// <param name="Remedy">What to do, a sentence with its full stop.</param>
public sealed record DeckProblem(string FileName, int Line, bool IsError, string What, string Remedy)
{
    /// <summary><c>file(line): what. Remedy.</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{FileName}({Line}): {What}. {Remedy}");
}
