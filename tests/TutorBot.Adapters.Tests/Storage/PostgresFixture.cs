using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>A database of its own on the shared server. Where PostgreSQL is missing its tests are left out, see <see cref="ContractFactAttribute"/>.</summary>
public sealed class PostgresFixture : DatabaseFixture
{
    protected override async Task<Database?> OpenAsync() => PostgresServer.IsLeftOut ? null
        : await Database.OpenPostgresAsync(PostgresServer.Shared.CreateDatabase(), TimeProvider.System, default);
}
