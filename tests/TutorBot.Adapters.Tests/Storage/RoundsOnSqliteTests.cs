namespace TutorBot.Adapters.Tests.Storage;

public sealed class RoundsOnSqliteTests(SqliteFixture database) : RoundsContract(database), IClassFixture<SqliteFixture>;
