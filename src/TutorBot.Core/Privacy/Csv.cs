using System.Text;

namespace TutorBot.Core.Privacy;

/// <summary>Tables as comma-separated values (RFC 4180) that no spreadsheet takes for formulas.</summary>
public static class Csv
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>The table, a header line first.</summary>
    public static string Of(PersonalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder();
        foreach (var row in table.Rows.Prepend(table.Columns))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>
    /// One value. What a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers
    /// stay numbers.
    /// </summary>
    public static string Cell(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var isNumber = double.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
        var safe = value.Length > 0 && !isNumber && FormulaStarts.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
