using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>A test that needs PostgreSQL: left out where it is missing, unless TUTORBOT_REQUIRE_ALL is 1, as in .ci/run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.IsLeftOut)
        {
            Skip = "PostgreSQL is not there: apt-get install postgresql.";
        }
    }
}
