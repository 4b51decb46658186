using System.Globalization;
using System.Text;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Leaderboards;

/// <summary>A picture of a week: for each round the reader's points beside the group's average.</summary>
internal static class WeekPicture
{
    private const int Left = 30;
    private const int Width = 420;
    private const int Height = 150;
    private const int Floor = 118;
    private const int Room = 96;
    private const int Most = 22;

    /// <summary>The picture; colours follow the reader's theme, and the words say the same.</summary>
    public static Image Of(IReadOnlyList<DayPoints> days, TimeZoneInfo zone)
    {
        var svg = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"11\" fill=\"currentColor\">"));
        foreach (var points in (int[])[0, 10, 20])
        {
            var y = Y(points);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"currentColor\" stroke-opacity=\".2\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{points}</text>");
        }

        var step = (Width - Left) / (double)Math.Max(5, days.Count);
        var words = new List<string>();
        for (var i = 0; i < days.Count; i++)
        {
            var day = days[i];
            var name = TimeZoneInfo.ConvertTime(day.ClosedAt, zone).ToString("ddd", CultureInfo.InvariantCulture);
            var x = Left + i * step + step * .2;
            Bar(x, day.Mine ?? 0, ".95");
            Bar(x + step * .32, day.Average, ".35");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + step * .3:0.#}\" y=\"{Floor + 14}\" text-anchor=\"middle\">{name}</text>");
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {(day.Mine is { } mine ? $"you {mine}" : "you did not answer")}, average {day.Average:0.#}"));
        }

        Legend(Left, ".95", "you");
        Legend(Left + 52, ".35", "average");
        svg.Append("</svg>");
        return new Image($"Points by round: {string.Join("; ", words)}.", svg.ToString());

        void Legend(int x, string opacity, string text) => svg.Append(
            CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{Height - 13}\" width=\"9\" height=\"9\" opacity=\"{opacity}\"/><text x=\"{x + 13}\" y=\"{Height - 4}\">{text}</text>");

        void Bar(double x, double points, string opacity) => svg.Append(
            CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{Y(points):0.#}\" width=\"{step * .28:0.#}\" height=\"{Floor - Y(points):0.#}\" opacity=\"{opacity}\"/>");
    }

    private static double Y(double points) => Floor - points / Most * Room;
}
