using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TutorBot.Storage.Migrations;

/// <summary>Servers and workspaces that invited the tutor.</summary>
[DbContext(typeof(TutorDatabase))]
[Migration("20261127000004_servers")]
internal sealed class M0004Servers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            "servers",
            table => new
            {
                platform = table.Column<string>(nullable: false),
                workspace = table.Column<string>(nullable: false),
                joined_at = table.Column<long>(nullable: false),
                greeted_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_servers", row => new { row.platform, row.workspace }));
    }
}
