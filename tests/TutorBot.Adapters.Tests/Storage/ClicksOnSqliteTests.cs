namespace TutorBot.Adapters.Tests.Storage;

public sealed class ClicksOnSqliteTests(SqliteFixture database) : ClicksContract(database), IClassFixture<SqliteFixture>;
