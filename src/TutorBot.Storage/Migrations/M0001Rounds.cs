using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace TutorBot.Storage.Migrations;

/// <summary>People, groups, schedules, rounds, the ledger and the review log.</summary>
[DbContext(typeof(TutorDatabase))]
[Migration("20261127000001_rounds")]
internal sealed class M0001Rounds : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            "people",
            table => new
            {
                id = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                platform = table.Column<string>(nullable: false),
                realm = table.Column<string>(nullable: false),
                user_id = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                zone = table.Column<string>(nullable: true),
                visibility = table.Column<int>(nullable: false),
                met_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people", row => row.id));

        migrationBuilder.CreateTable(
            "groups",
            table => new
            {
                id = table.Column<string>(nullable: false),
                platform = table.Column<string>(nullable: false),
                workspace = table.Column<string>(nullable: false),
                channel = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                name_key = table.Column<string>(nullable: false),
                decks = table.Column<string>(nullable: false),
                join_policy = table.Column<int>(nullable: false),
                join_code = table.Column<string>(nullable: false),
                made_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_groups", row => row.id));

        migrationBuilder.CreateTable(
            "group_zones",
            table => new
            {
                group_id = table.Column<string>(nullable: false),
                from = table.Column<int>(nullable: false),
                zone = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_group_zones", row => new { row.group_id, row.from }));

        migrationBuilder.CreateTable(
            "members",
            table => new
            {
                group_id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
                state = table.Column<int>(nullable: false),
                is_captain = table.Column<bool>(nullable: false),
                joined_at = table.Column<long>(nullable: false),
                left_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_members", row => new { row.group_id, row.person_id }));

        migrationBuilder.CreateTable(
            "schedules",
            table => new
            {
                id = table.Column<string>(nullable: false),
                days = table.Column<int>(nullable: false),
                post_at = table.Column<int>(nullable: false),
                close_at = table.Column<int>(nullable: false),
                is_paused = table.Column<bool>(nullable: false),
                active_from = table.Column<long>(nullable: false),
                set_up_by = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_schedules", row => row.id));

        migrationBuilder.CreateTable(
            "schedule_groups",
            table => new
            {
                group_id = table.Column<string>(nullable: false),
                schedule_id = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_schedule_groups", row => row.group_id));

        migrationBuilder.CreateTable(
            "schedule_channels",
            table => new
            {
                schedule_id = table.Column<string>(nullable: false),
                platform = table.Column<string>(nullable: false),
                workspace = table.Column<string>(nullable: false),
                channel = table.Column<string>(nullable: false),
                zone = table.Column<string>(nullable: false),
                position = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_schedule_channels", row => new { row.schedule_id, row.platform, row.workspace, row.channel }));

        migrationBuilder.CreateTable(
            "skipped_dates",
            table => new
            {
                schedule_id = table.Column<string>(nullable: false),
                day = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_skipped_dates", row => new { row.schedule_id, row.day }));

        migrationBuilder.CreateTable(
            "rounds",
            table => new
            {
                id = table.Column<string>(nullable: false),
                schedule_id = table.Column<string>(nullable: false),
                day = table.Column<int>(nullable: false),
                kind = table.Column<int>(nullable: false),
                occasion = table.Column<string>(nullable: false),
                number = table.Column<int>(nullable: false),
                state = table.Column<int>(nullable: false),
                card = table.Column<string>(nullable: false),
                question = table.Column<string>(nullable: false),
                right_options = table.Column<string>(nullable: false),
                deck_title = table.Column<string>(nullable: false),
                salt = table.Column<string>(nullable: false),
                opens_at = table.Column<long>(nullable: false),
                closes_at = table.Column<long>(nullable: false),
                is_outage = table.Column<bool>(nullable: false),
                regrades = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_rounds", row => row.id));

        migrationBuilder.CreateTable(
            "round_groups",
            table => new
            {
                round_id = table.Column<string>(nullable: false),
                group_id = table.Column<string>(nullable: false),
                closes_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_round_groups", row => new { row.round_id, row.group_id }));

        migrationBuilder.CreateTable(
            "posts",
            table => new
            {
                round_id = table.Column<string>(nullable: false),
                platform = table.Column<string>(nullable: false),
                workspace = table.Column<string>(nullable: false),
                channel = table.Column<string>(nullable: false),
                zone = table.Column<string>(nullable: false),
                due_at = table.Column<long>(nullable: false),
                message_id = table.Column<string>(nullable: true),
                state = table.Column<int>(nullable: false),
                shown_count = table.Column<int>(nullable: false),
                shown_at = table.Column<long>(nullable: true),
                claimed_until = table.Column<long>(nullable: true),
                revision = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_posts", row => new { row.round_id, row.platform, row.workspace, row.channel }));

        migrationBuilder.CreateTable(
            "answers",
            table => new
            {
                round_id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
                choice = table.Column<int>(nullable: true),
                stake = table.Column<int>(nullable: false),
                is_hinted = table.Column<bool>(nullable: false),
                removed = table.Column<int>(nullable: true),
                at = table.Column<long>(nullable: false),
                @event = table.Column<string>(nullable: false),
                chosen_at = table.Column<long>(nullable: true),
                clicks = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_answers", row => new { row.round_id, row.person_id }));

        migrationBuilder.CreateTable(
            "ledger",
            table => new
            {
                sequence = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                key = table.Column<string>(nullable: false),
                group_id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
                round_id = table.Column<string>(nullable: false),
                reason = table.Column<int>(nullable: false),
                points = table.Column<int>(nullable: false),
                answered = table.Column<int>(nullable: false),
                right = table.Column<int>(nullable: false),
                growth = table.Column<double>(nullable: false),
                at = table.Column<long>(nullable: false),
                recorded_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ledger", row => row.sequence));

        migrationBuilder.CreateTable(
            "reviews",
            table => new
            {
                id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
                card = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
                rating = table.Column<int>(nullable: true),
                source = table.Column<int>(nullable: false),
                supersedes = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_reviews", row => row.id));

        migrationBuilder.CreateTable(
            "memories",
            table => new
            {
                person_id = table.Column<long>(nullable: false),
                card = table.Column<string>(nullable: false),
                stability = table.Column<double>(nullable: false),
                difficulty = table.Column<double>(nullable: false),
                reviewed_at = table.Column<long>(nullable: false),
                reviews = table.Column<int>(nullable: false),
                lapses = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_memories", row => new { row.person_id, row.card }));

        migrationBuilder.CreateTable(
            "practices",
            table => new
            {
                id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
                card = table.Column<string>(nullable: false),
                form = table.Column<string>(nullable: false),
                question = table.Column<string>(nullable: false),
                session = table.Column<string>(nullable: false),
                asked_at = table.Column<long>(nullable: false),
                is_right = table.Column<bool>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_practices", row => row.id));

        migrationBuilder.CreateTable(
            "reports",
            table => new
            {
                id = table.Column<string>(nullable: false),
                round_id = table.Column<string>(nullable: false),
                person_id = table.Column<long>(nullable: false),
                at = table.Column<long>(nullable: false),
                is_handled = table.Column<bool>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_reports", row => row.id));

        migrationBuilder.CreateTable(
            "ignored",
            table => new
            {
                hash = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ignored", row => row.hash));

        migrationBuilder.CreateTable(
            "aways",
            table => new
            {
                person_id = table.Column<long>(nullable: false),
                first_day = table.Column<int>(nullable: false),
                last_day = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_aways", row => new { row.person_id, row.first_day }));

        migrationBuilder.CreateTable(
            "heartbeats",
            table => new
            {
                platform = table.Column<string>(nullable: false),
                minute = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_heartbeats", row => new { row.platform, row.minute }));

        migrationBuilder.CreateTable(
            "playground_posts",
            table => new
            {
                id = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                channel = table.Column<string>(nullable: false),
                nonce = table.Column<string>(nullable: false),
                html = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_playground_posts", row => row.id));

        migrationBuilder.CreateIndex("IX_people_platform_realm_user_id", "people", ["platform", "realm", "user_id"], unique: true);
        migrationBuilder.CreateIndex("IX_groups_platform_workspace_name_key", "groups", ["platform", "workspace", "name_key"], unique: true);
        migrationBuilder.CreateIndex("IX_members_person_id", "members", ["person_id"]);
        migrationBuilder.CreateIndex("IX_schedule_groups_schedule_id", "schedule_groups", ["schedule_id"]);
        migrationBuilder.CreateIndex("IX_schedule_channels_platform_workspace_channel", "schedule_channels", ["platform", "workspace", "channel"]);
        migrationBuilder.CreateIndex("IX_rounds_occasion", "rounds", ["occasion"], unique: true);
        migrationBuilder.CreateIndex("IX_rounds_state", "rounds", ["state"]);
        migrationBuilder.CreateIndex("IX_rounds_schedule_id_opens_at", "rounds", ["schedule_id", "opens_at"]);
        migrationBuilder.CreateIndex("IX_round_groups_group_id_closes_at", "round_groups", ["group_id", "closes_at"]);
        migrationBuilder.CreateIndex("IX_posts_state", "posts", ["state"]);
        migrationBuilder.CreateIndex("IX_answers_person_id", "answers", ["person_id"]);
        migrationBuilder.CreateIndex("IX_ledger_key", "ledger", ["key"], unique: true);
        migrationBuilder.CreateIndex("IX_ledger_group_id_at_person_id_points_answered_right_growth", "ledger", ["group_id", "at", "person_id", "points", "answered", "right", "growth"]);
        migrationBuilder.CreateIndex("IX_ledger_person_id", "ledger", ["person_id"]);
        migrationBuilder.CreateIndex("IX_ledger_round_id", "ledger", ["round_id"]);
        migrationBuilder.CreateIndex("IX_reviews_person_id_card", "reviews", ["person_id", "card"]);
        migrationBuilder.CreateIndex("IX_practices_person_id_asked_at", "practices", ["person_id", "asked_at"]);
        migrationBuilder.CreateIndex("IX_reports_round_id", "reports", ["round_id"]);
        migrationBuilder.CreateIndex("IX_playground_posts_nonce", "playground_posts", ["nonce"], unique: true);
    }
}
