namespace TutorBot.Adapters.Tests.Memory;

/// <summary>A test that needs Node.js with npm: left out where they are missing, unless TUTORBOT_REQUIRE_ALL is 1, as in .ci/run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>The program's name on this platform.</summary>
    public static string Node => OperatingSystem.IsWindows() ? "node.exe" : "node";

    /// <inheritdoc cref="Node"/>
    public static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    public NodeFactAttribute()
    {
        if (!(IsOnPath(Node) && IsOnPath(Npm)) && Environment.GetEnvironmentVariable("TUTORBOT_REQUIRE_ALL") != "1")
        {
            Skip = "Node.js with npm is not there: https://nodejs.org, 20 or newer.";
        }
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
