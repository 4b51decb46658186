namespace TutorBot.Adapters.Tests.Storage;

public sealed class ServersOnPostgresTests(PostgresFixture database) : ServersContract(database), IClassFixture<PostgresFixture>;
