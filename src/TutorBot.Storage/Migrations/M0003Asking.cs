using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TutorBot.Storage.Migrations;

/// <summary>Who is asked to be a captain; whom notices name; when owners were told of reports; private messages of the playground.</summary>
[DbContext(typeof(TutorDatabase))]
[Migration("20261127000003_asking")]
internal sealed class M0003Asking : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<bool>("is_asked_to_be_captain", "members", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("told_at", "reports", nullable: true);
        migrationBuilder.AddColumn<long>("about", "notices", nullable: true);
        migrationBuilder.AddColumn<string>("visible_to", "playground_posts", nullable: true);
    }
}
