namespace TutorBot.Adapters.Tests.Storage;

public sealed class ClicksOnPostgresTests(PostgresFixture database) : ClicksContract(database), IClassFixture<PostgresFixture>;
