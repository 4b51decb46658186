using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TutorBot.Storage.Migrations;

/// <summary>When servers removed the tutor.</summary>
[DbContext(typeof(TutorDatabase))]
[Migration("20261127000005_departures")]
internal sealed class M0005Departures : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<long>("left_at", "servers", nullable: true);
    }
}
