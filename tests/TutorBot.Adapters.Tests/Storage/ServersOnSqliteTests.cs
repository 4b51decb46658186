namespace TutorBot.Adapters.Tests.Storage;

public sealed class ServersOnSqliteTests(SqliteFixture database) : ServersContract(database), IClassFixture<SqliteFixture>;
