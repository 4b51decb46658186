using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>A database on a server that the test may stop.</summary>
internal sealed class OwnPostgresFixture(PostgresServer server) : DatabaseFixture
{
    protected override async Task<Database?> OpenAsync() => await Database.OpenPostgresAsync(server.CreateDatabase(), TimeProvider.System, default);
}
