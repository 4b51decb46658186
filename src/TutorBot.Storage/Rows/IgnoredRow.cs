namespace TutorBot.Storage.Rows;

/// <summary>Somebody of whom nothing is kept: a keyed hash, which only the same id under the same key gives again.</summary>
internal sealed class IgnoredRow
{
    public string Hash { get; set; } = "";
}
