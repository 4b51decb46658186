namespace TutorBot;

/// <summary>Where logs go: to standard error, as standard output belongs to results.</summary>
internal static class ConsoleLogging
{
    /// <summary>One line an entry, from warnings on.</summary>
    public static ILoggingBuilder AddTutorConsole(this ILoggingBuilder logging) => logging
        .AddSimpleConsole(options => options.SingleLine = true)
        .AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Warning);
}
