using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace TutorBot.Storage.Migrations;

/// <summary>What people are told: names on reveals, reminders, notices, recaps, what was shown; invitations; when people were last here.</summary>
[DbContext(typeof(TutorDatabase))]
[Migration("20261127000002_telling")]
internal sealed class M0002Telling : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<bool>("is_reminded", "people", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("seen_at", "people", nullable: true);
        migrationBuilder.AddColumn<bool>("has_recap", "groups", nullable: false, defaultValue: true);
        migrationBuilder.AddColumn<bool>("has_throwback", "groups", nullable: false, defaultValue: true);
        migrationBuilder.AddColumn<bool>("is_revealed", "posts", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("gone_since", "schedule_channels", nullable: true);

        migrationBuilder.CreateTable(
            "named",
            table => new
            {
                round_id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_named", row => new { row.round_id, row.person_id }));

        migrationBuilder.CreateTable(
            "reminded",
            table => new
            {
                round_id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_reminded", row => new { row.round_id, row.person_id }));

        migrationBuilder.CreateTable(
            "notices",
            table => new
            {
                id = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                person_id = table.Column<long>(nullable: false),
                text = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_notices", row => row.id));

        migrationBuilder.CreateTable(
            "shown",
            table => new
            {
                person_id = table.Column<long>(nullable: false),
                platform = table.Column<string>(nullable: false),
                workspace = table.Column<string>(nullable: false),
                channel = table.Column<string>(nullable: false),
                kind = table.Column<int>(nullable: false),
                reference = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_shown", row => new { row.person_id, row.platform, row.workspace, row.channel }));

        migrationBuilder.CreateTable(
            "recaps",
            table => new
            {
                group_id = table.Column<string>(nullable: false),
                monday = table.Column<int>(nullable: false),
                platform = table.Column<string>(nullable: false),
                workspace = table.Column<string>(nullable: false),
                channel = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_recaps", row => new { row.group_id, row.monday, row.platform, row.workspace, row.channel }));

        migrationBuilder.CreateTable(
            "invitations",
            table => new
            {
                code = table.Column<string>(nullable: false),
                schedule_id = table.Column<string>(nullable: false),
                made_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_invitations", row => row.code));

        migrationBuilder.CreateIndex("IX_named_person_id_at", "named", ["person_id", "at"]);
        migrationBuilder.CreateIndex("IX_reminded_person_id", "reminded", ["person_id"]);
        migrationBuilder.CreateIndex("IX_notices_person_id", "notices", ["person_id"]);
    }
}
