using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Polly;
using Polly.Retry;
using TutorBot.Core.Chat;

namespace TutorBot.Storage;

/// <summary>The opened database: SQLite in one file, or PostgreSQL. Safe for concurrent callers.</summary>
public sealed class Database
{
    /// <summary>What the first schema was called for a while; the same schema.</summary>
    private const string FirstSchemaBefore = "0001_rounds";

    private readonly PooledDbContextFactory<TutorDatabase> _contexts;

    /// <summary>What is over in a moment: a lost race for a key, a deadlock, a dropped connection.</summary>
    private readonly ResiliencePipeline _retry;

    private Database(DbContextOptions<TutorDatabase> options, bool isPostgres, string connectionString, TimeProvider time)
    {
        _contexts = new PooledDbContextFactory<TutorDatabase>(options);
        IsPostgres = isPostgres;
        ConnectionString = connectionString;
        _retry = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(20),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<Exception>(IsOverInAMoment),
        }).Build();
    }

    /// <summary>Whether it is PostgreSQL; else SQLite.</summary>
    public bool IsPostgres { get; }

    /// <summary>How it is reached; may hold a password.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens SQLite in a file, made if missing, and brings it to this version's schema.</summary>
    /// <exception cref="DatabaseException">It cannot be used.</exception>
    public static Task<Database> OpenSqliteAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ToString();
        return OpenAsync(
            new DbContextOptionsBuilder<TutorDatabase>().UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()),
            false, connectionString, file, time, cancellationToken);
    }

    /// <summary>Opens PostgreSQL and brings it to this version's schema.</summary>
    /// <exception cref="DatabaseException">It cannot be used.</exception>
    public static Task<Database> OpenPostgresAsync(string connectionString, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(
            new DbContextOptionsBuilder<TutorDatabase>().UseNpgsql(connectionString),
            true, connectionString, "the PostgreSQL database", time, cancellationToken);

    /// <summary>What is wrong with how PostgreSQL is said to be reached, or null.</summary>
    public static string? ConnectionStringProblem(string connectionString)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(builder.Host) ? "it names no host" : string.IsNullOrEmpty(builder.Database) ? "it names no database" : null;
        }
        catch (ArgumentException e)
        {
            // Npgsql names keys, never values: no password gets out.
            return e.Message.TrimEnd('.');
        }
    }

    /// <summary>Looks at SQLite in a file without changing it.</summary>
    /// <returns>How it stands, in a few words.</returns>
    /// <exception cref="DatabaseException">It cannot be used.</exception>
    public static Task<string> DescribeSqliteAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return Task.FromResult($"{file} will be made at the first start");
        }

        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        return DescribeAsync(new DbContextOptionsBuilder<TutorDatabase>().UseSqlite(connectionString), file, cancellationToken);
    }

    /// <summary>Looks at PostgreSQL without changing it.</summary>
    /// <returns>How it stands, in a few words.</returns>
    /// <exception cref="DatabaseException">It cannot be used.</exception>
    public static Task<string> DescribePostgresAsync(string connectionString, CancellationToken cancellationToken) =>
        DescribeAsync(new DbContextOptionsBuilder<TutorDatabase>().UseNpgsql(connectionString), "the PostgreSQL database", cancellationToken);

    internal TutorDatabase Connect() => _contexts.CreateDbContext();

    /// <summary>Reads, or changes something by one statement, which is a transaction of its own.</summary>
    /// <exception cref="StorageUnavailableException">It could not be reached.</exception>
    internal Task<T> ReadAsync<T>(Func<TutorDatabase, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                var context = _contexts.CreateDbContext();
                await using (context.ConfigureAwait(false))
                {
                    context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
                    return await query(context, token).ConfigureAwait(false);
                }
            },
            cancellationToken);

    /// <summary>Changes something in one transaction, which may be run again from the start.</summary>
    /// <exception cref="StorageUnavailableException">It could not be kept.</exception>
    internal Task<T> WriteAsync<T>(Func<TutorDatabase, CancellationToken, Task<T>> change, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                var context = _contexts.CreateDbContext();
                await using (context.ConfigureAwait(false))
                {
                    var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        var result = await change(context, token).ConfigureAwait(false);
                        await context.SaveChangesAsync(token).ConfigureAwait(false);
                        await transaction.CommitAsync(token).ConfigureAwait(false);
                        return result;
                    }
                }
            },
            cancellationToken);

    /// <summary>Takes what was just deleted out of the file's log too, where it would stay until later writes.</summary>
    internal Task ForgetAsync(CancellationToken cancellationToken) => IsPostgres ? Task.CompletedTask : ReadAsync(
        (context, token) => context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", token), cancellationToken);

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await _retry.ExecuteAsync(async token => await run(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Chain(e).Any(cause => cause is DbException or DbUpdateException or TimeoutException))
        {
            throw new StorageUnavailableException("The database could not be used just now.", e);
        }
    }

    private static bool IsOverInAMoment(Exception exception) => Chain(exception).Any(cause => cause switch
    {
        // Unique keys decide races: whoever lost looks again and finds what is there. A busy file was waited for already.
        SqliteException sqlite => sqlite.SqliteErrorCode is 6 || sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        NpgsqlException postgres => postgres.IsTransient || postgres.SqlState is PostgresErrorCodes.UniqueViolation,
        _ => cause is DbUpdateConcurrencyException,
    });

    /// <summary>EF Core wraps what the driver says, sometimes twice.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static async Task<Database> OpenAsync(
        DbContextOptionsBuilder<TutorDatabase> options, bool isPostgres, string connectionString, string name, TimeProvider time, CancellationToken cancellationToken)
    {
        // Migrations are written by hand: there is no snapshot of the model to compare with; a test compares instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        var database = new Database(options.Options, isPostgres, connectionString, time);
        try
        {
            var context = database.Connect();
            await using (context.ConfigureAwait(false))
            {
                if (await PendingAsync(context, name, cancellationToken).ConfigureAwait(false) > 0)
                {
                    await MigrateAsync(context, isPostgres, cancellationToken).ConfigureAwait(false);
                }

                // What can be read but not written is found now, not at somebody's first answer.
                await context.GroupZones.Where(zone => zone.GroupId == "").ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            }

            return database;
        }
        catch (Exception e) when (Chain(e).Any(cause => cause is DbException or TimeoutException))
        {
            throw Unusable(name, e);
        }
    }

    private static async Task<string> DescribeAsync(DbContextOptionsBuilder<TutorDatabase> options, string name, CancellationToken cancellationToken)
    {
        try
        {
            var context = new TutorDatabase(options.Options);
            await using (context.ConfigureAwait(false))
            {
                var pending = await PendingAsync(context, name, cancellationToken).ConfigureAwait(false);
                if (context.Database.IsSqlite()
                    && (await context.Database.SqlQuery<string>($"PRAGMA quick_check(1)").ToListAsync(cancellationToken).ConfigureAwait(false)) is [not "ok" and var damage, ..])
                {
                    throw new DatabaseException($"{name} is damaged ({damage}). Stop the tutor and restore a backup.");
                }

                return pending == 0 ? $"{name} is up to date" : $"{name} will be upgraded at the next start";
            }
        }
        catch (Exception e) when (Chain(e).Any(cause => cause is DbException or TimeoutException))
        {
            throw Unusable(name, e);
        }
    }

    /// <summary>How many migrations are still to be applied.</summary>
    /// <exception cref="DatabaseException">A newer version has applied one that this one does not know.</exception>
    private static async Task<int> PendingAsync(TutorDatabase context, string name, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).Except([FirstSchemaBefore], StringComparer.Ordinal).ToList();
        return applied.Find(migration => !known.Contains(migration)) is { } newer
            ? throw new DatabaseException($"{name} was written by a newer version of the tutor (it has the schema {newer}, this version knows up to {known.Max()}). Start that version, or restore a backup made by this one.")
            : known.Except(applied, StringComparer.Ordinal).Count();
    }

    private static DatabaseException Unusable(string name, Exception e) => new(
        $"{name} cannot be opened ({Chain(e).First(cause => cause is DbException or TimeoutException).Message.TrimEnd('.')}). Check that it is there, that it may be written, and that the disk is not full.", e);

    private static async Task MigrateAsync(TutorDatabase context, bool isPostgres, CancellationToken cancellationToken)
    {
        if (!isPostgres)
        {
            // EF Core waits for this lock without end, also where whoever took it was killed: SQLite has no lock that ends
            // with its holder but the file's own, and the transaction of each migration takes that.
            await context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken).ConfigureAwait(false);
        }

        if ((await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).Contains(FirstSchemaBefore, StringComparer.Ordinal))
        {
            var first = context.Database.GetMigrations().First();
            await context.Database.ExecuteSqlAsync(
                $"UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = {first} WHERE \"MigrationId\" = {FirstSchemaBefore}", cancellationToken).ConfigureAwait(false);
        }

        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }
}
