namespace TutorBot.Adapters.Tests.Storage;

public sealed class GroupsOnPostgresTests(PostgresFixture database) : GroupsContract(database), IClassFixture<PostgresFixture>;
