namespace TutorBot.Adapters.Tests.Storage;

public sealed class SettlementOnSqliteTests(SqliteFixture database) : SettlementContract(database), IClassFixture<SqliteFixture>;
