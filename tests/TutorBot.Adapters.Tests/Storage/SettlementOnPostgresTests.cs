namespace TutorBot.Adapters.Tests.Storage;

public sealed class SettlementOnPostgresTests(PostgresFixture database) : SettlementContract(database), IClassFixture<PostgresFixture>;
