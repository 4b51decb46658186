namespace TutorBot.Tests.Playground;

/// <summary>A test that needs Chromium: left out where there is none, unless TUTORBOT_REQUIRE_ALL is 1, as in .ci/run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium) && Environment.GetEnvironmentVariable("TUTORBOT_REQUIRE_ALL") != "1")
        {
            Skip = $"{Chromium} is not there: apt-get install chromium.";
        }
    }
}
