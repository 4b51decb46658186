namespace TutorBot.Settings;

/// <summary>Settings that cannot be used; each problem names the setting and the remedy.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>All of them; never empty.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
