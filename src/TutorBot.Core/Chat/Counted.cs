using System.Globalization;

namespace TutorBot.Core.Chat;

/// <summary>A number with what it counts.</summary>
public static class Counted
{
    /// <summary><c>1 card</c>, else <c>50 cards</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one; it takes an s for more.</param>
    public static string Of(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
