using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace TutorBot.Storage;

/// <summary>Adds thousands of rows at once.</summary>
internal static class ManyRows
{
    /// <summary>
    /// Adds new rows within the context's transaction. On SQLite by one prepared command, at a third of what EF Core takes, which
    /// builds a command for each row; on PostgreSQL by EF Core, which sends them in batches.
    /// </summary>
    public static async Task AddAsync<T>(TutorDatabase context, IReadOnlyCollection<T> rows, CancellationToken token)
        where T : class
    {
        if (!context.Database.IsSqlite() || context.Database.CurrentTransaction is not { } transaction || context.Model.FindEntityType(typeof(T)) is not { } type)
        {
            context.AddRange(rows);
            return;
        }

        List<IProperty> properties = [.. type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never)];
        var command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction.GetDbTransaction();
#pragma warning disable CA2100 // Names of the model; values are parameters.
            command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""))}) "
                + $"VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
            var values = new List<(System.Data.Common.DbParameter Parameter, Func<object, object?> Read)>();
            foreach (var property in properties)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{values.Count}";
                command.Parameters.Add(parameter);
                var (getter, converter) = (property.GetGetter(), property.GetRelationalTypeMapping().Converter);
                values.Add((parameter, row => getter.GetClrValue(row) is { } value ? converter?.ConvertToProvider(value) ?? value : null));
            }

            foreach (var row in rows)
            {
                foreach (var (parameter, read) in values)
                {
                    parameter.Value = read(row) ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync(token).ConfigureAwait(false);
            }
        }
    }
}
