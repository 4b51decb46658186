namespace TutorBot.Adapters.Tests.Storage;

public sealed class GroupsOnSqliteTests(SqliteFixture database) : GroupsContract(database), IClassFixture<SqliteFixture>;
