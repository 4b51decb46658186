using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TutorBot.Storage.Migrations;

/// <summary>What one of several workers does for all.</summary>
[DbContext(typeof(TutorDatabase))]
[Migration("20261127000006_leases")]
internal sealed class M0006Leases : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            "leases",
            table => new
            {
                name = table.Column<string>(nullable: false),
                holder = table.Column<string>(nullable: false),
                until = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_leases", row => row.name));
    }
}
