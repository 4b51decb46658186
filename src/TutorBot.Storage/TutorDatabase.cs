using Microsoft.EntityFrameworkCore;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>The tables, the same on SQLite and PostgreSQL. Times are Unix milliseconds, dates days, choices numbers.</summary>
internal sealed class TutorDatabase(DbContextOptions<TutorDatabase> options) : DbContext(options)
{
    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<GroupRow> Groups => Set<GroupRow>();

    public DbSet<GroupZoneRow> GroupZones => Set<GroupZoneRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<ScheduleRow> Schedules => Set<ScheduleRow>();

    public DbSet<ScheduleGroupRow> ScheduleGroups => Set<ScheduleGroupRow>();

    public DbSet<ScheduleChannelRow> ScheduleChannels => Set<ScheduleChannelRow>();

    public DbSet<SkippedDateRow> SkippedDates => Set<SkippedDateRow>();

    public DbSet<RoundRow> Rounds => Set<RoundRow>();

    public DbSet<RoundGroupRow> RoundGroups => Set<RoundGroupRow>();

    public DbSet<PostRow> Posts => Set<PostRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    public DbSet<MemoryRow> Memories => Set<MemoryRow>();

    public DbSet<PracticeRow> Practices => Set<PracticeRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<IgnoredRow> Ignored => Set<IgnoredRow>();

    public DbSet<AwayRow> Aways => Set<AwayRow>();

    public DbSet<NamedRow> Named => Set<NamedRow>();

    public DbSet<RemindedRow> Reminded => Set<RemindedRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<ShownRow> Shown => Set<ShownRow>();

    public DbSet<RecapRow> Recaps => Set<RecapRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<HeartbeatRow> Heartbeats => Set<HeartbeatRow>();

    public DbSet<PlaygroundPostRow> PlaygroundPosts => Set<PlaygroundPostRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<ServerRow> Servers => Set<ServerRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayNumber>();
        configurationBuilder.Properties<TimeOnly>().HaveConversion<MinuteOfDay>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(person =>
        {
            person.ToTable("people").HasKey(row => row.Id);
            person.HasIndex(row => new { row.Platform, row.Realm, row.UserId }).IsUnique();
        });
        modelBuilder.Entity<GroupRow>(group =>
        {
            group.ToTable("groups").HasKey(row => row.Id);
            group.HasIndex(row => new { row.Platform, row.Workspace, row.NameKey }).IsUnique();
        });
        modelBuilder.Entity<GroupZoneRow>().ToTable("group_zones").HasKey(row => new { row.GroupId, row.From });
        modelBuilder.Entity<MemberRow>(member =>
        {
            member.ToTable("members").HasKey(row => new { row.GroupId, row.PersonId });
            member.HasIndex(row => row.PersonId);
        });
        modelBuilder.Entity<ScheduleRow>().ToTable("schedules").HasKey(row => row.Id);
        modelBuilder.Entity<ScheduleGroupRow>(group =>
        {
            // The key says that a group has at most one schedule.
            group.ToTable("schedule_groups").HasKey(row => row.GroupId);
            group.HasIndex(row => row.ScheduleId);
        });
        modelBuilder.Entity<ScheduleChannelRow>(channel =>
        {
            channel.ToTable("schedule_channels").HasKey(row => new { row.ScheduleId, row.Platform, row.Workspace, row.Channel });
            channel.HasIndex(row => new { row.Platform, row.Workspace, row.Channel });
        });
        modelBuilder.Entity<SkippedDateRow>().ToTable("skipped_dates").HasKey(row => new { row.ScheduleId, row.Day });
        modelBuilder.Entity<RoundRow>(round =>
        {
            round.ToTable("rounds").HasKey(row => row.Id);
            round.HasIndex(row => row.Occasion).IsUnique();
            round.HasIndex(row => row.State);
            round.HasIndex(row => new { row.ScheduleId, row.OpensAt });
        });
        modelBuilder.Entity<RoundGroupRow>(group =>
        {
            group.ToTable("round_groups").HasKey(row => new { row.RoundId, row.GroupId });
            group.HasIndex(row => new { row.GroupId, row.ClosesAt });
        });
        modelBuilder.Entity<PostRow>(post =>
        {
            post.ToTable("posts").HasKey(row => new { row.RoundId, row.Platform, row.Workspace, row.Channel });
            post.HasIndex(row => row.State);
        });
        modelBuilder.Entity<AnswerRow>(answer =>
        {
            answer.ToTable("answers").HasKey(row => new { row.RoundId, row.PersonId });
            answer.HasIndex(row => row.PersonId);
        });
        modelBuilder.Entity<LedgerRow>(ledger =>
        {
            ledger.ToTable("ledger").HasKey(row => row.Sequence);
            ledger.HasIndex(row => row.Key).IsUnique();
            // Holds all that a board sums, so that no row itself is read.
            ledger.HasIndex(row => new { row.GroupId, row.At, row.PersonId, row.Points, row.Answered, row.Right, row.Growth });
            ledger.HasIndex(row => row.PersonId);
            ledger.HasIndex(row => row.RoundId);
        });
        modelBuilder.Entity<ReviewRow>(review =>
        {
            review.ToTable("reviews").HasKey(row => row.Id);
            review.HasIndex(row => new { row.PersonId, row.Card });
        });
        modelBuilder.Entity<MemoryRow>(memory =>
        {
            memory.ToTable("memories").HasKey(row => new { row.PersonId, row.Card });
            // Two reviews at once: the second looks again, so that neither is lost from what they lead to.
            memory.Property(row => row.Stability).IsConcurrencyToken();
            memory.Property(row => row.Reviews).IsConcurrencyToken();
        });
        modelBuilder.Entity<PracticeRow>(practice =>
        {
            practice.ToTable("practices").HasKey(row => row.Id);
            practice.HasIndex(row => new { row.PersonId, row.AskedAt });
        });
        modelBuilder.Entity<ReportRow>(report =>
        {
            report.ToTable("reports").HasKey(row => row.Id);
            report.HasIndex(row => row.RoundId);
        });
        modelBuilder.Entity<IgnoredRow>().ToTable("ignored").HasKey(row => row.Hash);
        modelBuilder.Entity<AwayRow>().ToTable("aways").HasKey(row => new { row.PersonId, row.FirstDay });
        modelBuilder.Entity<NamedRow>(named =>
        {
            named.ToTable("named").HasKey(row => new { row.RoundId, row.PersonId });
            named.HasIndex(row => new { row.PersonId, row.At });
        });
        modelBuilder.Entity<RemindedRow>(reminded =>
        {
            reminded.ToTable("reminded").HasKey(row => new { row.RoundId, row.PersonId });
            reminded.HasIndex(row => row.PersonId);
        });
        modelBuilder.Entity<NoticeRow>(notice =>
        {
            notice.ToTable("notices").HasKey(row => row.Id);
            notice.HasIndex(row => row.PersonId);
        });
        modelBuilder.Entity<ShownRow>().ToTable("shown").HasKey(row => new { row.PersonId, row.Platform, row.Workspace, row.Channel });
        modelBuilder.Entity<RecapRow>().ToTable("recaps").HasKey(row => new { row.GroupId, row.Monday, row.Platform, row.Workspace, row.Channel });
        modelBuilder.Entity<InvitationRow>().ToTable("invitations").HasKey(row => row.Code);
        modelBuilder.Entity<HeartbeatRow>().ToTable("heartbeats").HasKey(row => new { row.Platform, row.Minute });
        modelBuilder.Entity<LeaseRow>().ToTable("leases").HasKey(row => row.Name);
        modelBuilder.Entity<ServerRow>().ToTable("servers").HasKey(row => new { row.Platform, row.Workspace });
        modelBuilder.Entity<PlaygroundPostRow>(post =>
        {
            post.ToTable("playground_posts").HasKey(row => row.Id);
            post.HasIndex(row => row.Nonce).IsUnique();
        });
        UseSnakeCase(modelBuilder);
    }

    /// <summary><c>RoundId</c> → <c>round_id</c>: what people expect who look into the database.</summary>
    private static void UseSnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(string.Concat(property.Name.Select((c, i) =>
                (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToLowerInvariant(c))));
        }
    }
}
