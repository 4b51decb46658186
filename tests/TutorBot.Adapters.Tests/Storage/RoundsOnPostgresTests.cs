namespace TutorBot.Adapters.Tests.Storage;

public sealed class RoundsOnPostgresTests(PostgresFixture database) : RoundsContract(database), IClassFixture<PostgresFixture>;
