using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Privacy;

/// <summary><c>/privacy</c>: what is kept, who sees it, taking it along, deleting it.</summary>
public sealed class PrivacyHandler(IPeople people, IPersonalData data)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (Visibility Visibility, string Name, string Meaning)[] Choices =
    [
        (Visibility.Group, "group", "the members of my groups see my name on private boards; nobody else does"),
        (Visibility.Public, "public", "my name may also stand on reveals and on boards that everyone sees"),
        (Visibility.Hidden, "hidden", "others see \"a member\"; ranks still count me"),
    ];

    /// <summary>What is kept and who can see what, in plain words.</summary>
    public async Task<Reply> ShowAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await data.IsIgnoredAsync(request.From, cancellationToken).ConfigureAwait(false))
        {
            return new Reply([
                new Paragraph(MarkdownText.Plain("You asked to be ignored: nothing of you is kept but a keyed hash of your id, which only says that. Look-ups work as for everyone.")),
                new Choices("Privacy", [new Button("Take part again", new SetIgnored(false), "/privacy ignore off")]),
            ]);
        }

        var person = await people.FindAsync(request.From, cancellationToken).ConfigureAwait(false);
        var visibility = person?.Visibility ?? Visibility.Group;
        return new Reply(
        [
            new Heading(MarkdownText.Plain("What is kept of you")),
            new Paragraph(MarkdownText.Plain(person is null
                ? "Nothing so far. From your first answer, group or setting on, this is what would be kept:"
                : "Your id and display name here, your zone if you set one, and:")),
            new Paragraph(MarkdownText.Authored(string.Create(CultureInfo.InvariantCulture, $"""
                - your answers to rounds, with time and stake; your points; what you remember of each card: until you delete them
                - the groups you are in; in one that you leave you are hidden at once and anonymous after {Retention.LeftMembersDays} days
                - groups, schedules and points of a server that removed the tutor: {Retention.DepartedServersDays} days
                - practice questions: {Retention.PracticeHours} hours; what they showed of your memory stays
                - reports of yours: until they are handled, and {Retention.HandledReportsDays} days
                - that a reveal named you, where you agreed to it; that you were reminded of a round, where you asked for it
                - something to tell you that no message could: until your next reply here, at most {Retention.NoticesDays} days
                - which card, round or board you were last shown, so that `/why` can explain it: {Retention.LastShownMinutes} minutes
                - what you ask: not at all
                """))),
            new Heading(MarkdownText.Plain("Who sees what")),
            new Paragraph(MarkdownText.Plain(
                $"Your answers: only you; the channel sees how many answered, at the close how many chose what. Your name: {Choices.First(choice => choice.Visibility == visibility).Name}: {Choices.First(choice => choice.Visibility == visibility).Meaning}. The person who runs this tutor can read the database.")),
            new Choices("Privacy",
            [
                new Button("Who sees my name", new SetVisibility(null), "/privacy visibility"), new Button("Export", new ExportData(), "/privacy export"),
                new Button("Delete my data", new DeleteData(false), "/privacy delete"), new Button("Ignore me", new SetIgnored(true), "/privacy ignore"),
            ]),
        ]);
    }

    /// <summary>One's own data as JSON, and as CSV table by table.</summary>
    public async Task<Reply> ExportAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await people.FindAsync(request.From, cancellationToken).ConfigureAwait(false) is not { } person)
        {
            return Reply.Say("Nothing is kept of you, so there is nothing to export.");
        }

        var tables = await data.ExportAsync(person.Id, cancellationToken).ConfigureAwait(false);
        var json = JsonSerializer.Serialize(
            tables.ToDictionary(table => table.Name, table => table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).ToList()), Readable);
        return new Reply(
        [
            new Paragraph(MarkdownText.Plain("Everything that is kept of you, as JSON, and as one CSV file for each kind:")),
            new Attachment("tutorbot-my-data.json", "application/json", json),
            .. tables.Where(table => table.Rows.Count > 0).Select(table => new Attachment($"tutorbot-{table.Name}.csv", "text/csv", Csv.Of(table))),
        ]);
    }

    /// <summary>Deletes everything of a person; the second step does it.</summary>
    public async Task<Reply> DeleteAsync(Request request, DeleteData command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        if (await people.FindAsync(request.From, cancellationToken).ConfigureAwait(false) is not { } person)
        {
            return Reply.Say("Nothing is kept of you, so there is nothing to delete.");
        }

        if (!command.IsConfirmed)
        {
            return new Reply([
                new Paragraph(MarkdownText.Plain("Delete everything of you? Answers to open rounds go; closed ones stay in the groups' totals without a name. Streaks, points and memory are gone for good. This cannot be undone.")),
                new Choices("Delete", [new Button("Delete it for good", new DeleteData(true)), new Button("Export it first", new ExportData(), "/privacy export")]),
            ]);
        }

        await data.EraseAsync(person.Id, cancellationToken).ConfigureAwait(false);
        return Reply.Say("Everything of you is deleted. If you answer or join again, you start anew.");
    }

    /// <summary>Sets who sees a person's name, or shows the choices.</summary>
    public async Task<Reply> SetVisibilityAsync(Request request, SetVisibility command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        if (command.Visibility is not { } visibility)
        {
            return new Reply([
                new Paragraph(MarkdownText.Plain("Who sees your name?")),
                new Paragraph(MarkdownText.Plain(string.Join("; ", Choices.Select(choice => $"{choice.Name}: {choice.Meaning}"))), Tone.Quiet),
                new Choices("Who sees my name", [.. Choices.Select(choice => new Button(choice.Name, new SetVisibility(choice.Visibility), $"/privacy visibility {choice.Name}"))]),
            ]);
        }

        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        await people.SetVisibilityAsync(person.Id, visibility, cancellationToken).ConfigureAwait(false);
        var chosen = Choices.First(choice => choice.Visibility == visibility);
        return Reply.Say($"Your name is now {chosen.Name}: {chosen.Meaning}.");
    }

    /// <summary>Stops keeping anything of a person, or takes that back.</summary>
    public async Task<Reply> SetIgnoredAsync(Request request, SetIgnored command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        if (command.IsIgnored && await people.FindAsync(request.From, cancellationToken).ConfigureAwait(false) is { } person)
        {
            await data.EraseAsync(person.Id, cancellationToken).ConfigureAwait(false);
        }

        await data.SetIgnoredAsync(request.From, command.IsIgnored, cancellationToken).ConfigureAwait(false);
        return Reply.Say(command.IsIgnored
            ? "From now on nothing of you is kept, and what was is deleted. Look-ups still work; answers to rounds are not kept. /privacy ignore off takes that back."
            : "You take part again from your next answer on.");
    }
}
