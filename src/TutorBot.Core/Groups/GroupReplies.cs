using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Groups;

/// <summary>What people see of groups.</summary>
internal static class GroupReplies
{
    private const int MembersShown = 30;

    /// <summary>A menu of groups; or that there is none.</summary>
    public static Reply Choose(IReadOnlyList<Group> found, string prompt, string verb, Func<GroupId, Command> command) => found.Count == 0
        ? new Reply([
            new Paragraph(MarkdownText.Plain("There is no group here yet, and you are in none.")),
            new Choices("Next", [new Button("Make one", new CreateGroup(""), "/group create NAME")]),
        ])
        : new Reply([
            new Paragraph(MarkdownText.Plain(prompt)),
            new Choices(prompt, [.. found.Select(group => new Button(group.Name, command(group.Id), $"/group {verb} {group.Name}"))]),
        ]);

    /// <summary>No group of that name.</summary>
    public static Reply Unknown(string typed, IReadOnlyList<Group> here)
    {
        var shown = typed.Length > 80 ? typed[..80] + "…" : typed;
        List<Block> blocks = [new Paragraph(MarkdownText.Plain(shown.Length == 0 ? "Which group?" : $"There is no group \"{shown}\" here."))];
        blocks.Add(here.Count == 0
            ? new Paragraph(MarkdownText.Plain("There is none yet: /group create NAME makes one."), Tone.Quiet)
            : new Choices("The groups here", [.. here.Select(group => new Button(group.Name, new ShowGroup(group.Id), $"/group info {group.Name}"))]));
        return new Reply(blocks);
    }

    /// <summary>Not for this person to do.</summary>
    public static Reply NoRight(Group group, IReadOnlyList<Member> members)
    {
        var captains = members.Where(member => member is { IsCaptain: true, State: MemberState.Active }).Select(NameOf).ToList();
        return Reply.Say(captains.Count == 0
            ? $"That is for who manages this channel: {group.Name} has no captain."
            : $"That is for the captains of {group.Name}: {string.Join(", ", captains)}.");
    }

    /// <summary>The group.</summary>
    public static Reply Show(Group group, IReadOnlyList<Member> members, PersonId reader, LibrarySnapshot library, bool mayRun)
    {
        var active = members.Where(member => member.State == MemberState.Active).ToList();
        var isIn = active.Exists(member => member.Person == reader);
        var decks = group.Decks.Count == 0
            ? "all decks"
            : string.Join(", ", group.Decks.Select(id => library.Decks.FirstOrDefault(deck => deck.Id == id)?.Title ?? $"{id} (not loaded)"));
        List<Field> fields =
        [
            new Field(MarkdownText.Plain("Asked from"), MarkdownText.Plain(decks)),
            new Field(MarkdownText.Plain("Weeks follow the clocks of"), MarkdownText.Plain(ZoneText.CityOf(group.Zone))),
            new Field(MarkdownText.Plain("Joining"), MarkdownText.Plain(group.JoinPolicy switch
            {
                JoinPolicy.Approve => "a captain accepts",
                JoinPolicy.Code => mayRun ? $"by the code {group.JoinCode}" : "by a code that its captains give",
                _ => "open to all",
            })),
            new Field(
                MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"{active.Count} {(active.Count == 1 ? "member" : "members")}")),
                MarkdownText.Plain(active.Count == 0 ? "none yet" : Names(active, reader, isIn))),
        ];
        List<Block> blocks = [new Heading(MarkdownText.Plain(group.Name)), new Fields(fields)];
        if (mayRun)
        {
            var waiting = members.Where(member => member.State == MemberState.Waiting).Take(5).ToList();
            if (waiting.Count > 0)
            {
                blocks.Add(new Paragraph(MarkdownText.Plain("Waiting to be let in:")));
                blocks.Add(new Choices("Accept", [.. waiting.Select(member => WaitingRoom.Accept(group.Id, member.Person, member.Name))]));
            }

            blocks.Add(new Choices("Run it", [new Button("Set the daily quiz", new SetSchedule(group.Id), "/schedule set")]));
        }

        if (members.Any(member => member.Person == reader && member.IsAskedToBeCaptain))
        {
            blocks.Add(new Choices("You are asked to be a captain", [CaptainHandler.Accept(group.Id)]));
        }

        blocks.Add(isIn
            ? new Choices("You are in it", [new Button("Leave", new LeaveGroup(group.Id), "/group leave")])
            : new Choices("You are not in it", [new Button("Join", new JoinGroup(group.Id, ""), $"/group join {group.Name}")]));
        return new Reply(blocks);
    }

    /// <summary>A member's name as the other members see it.</summary>
    public static string NameOf(Member member) => member.Visibility == Visibility.Hidden ? "a member" : member.Name;

    private static string Names(List<Member> active, PersonId reader, bool isIn)
    {
        // Whoever is not in the group sees only the names that are public.
        var names = active.Where(member => isIn || member.Visibility == Visibility.Public || member.Person == reader)
            .OrderByDescending(member => member.IsCaptain)
            .Select(member => (member.Person == reader ? $"{member.Name} (you)" : NameOf(member)) + (member.IsCaptain ? ", captain" : ""))
            .ToList();
        var shown = string.Join("; ", names.Take(MembersShown));
        var more = active.Count - Math.Min(names.Count, MembersShown);
        return more == 0 ? shown : shown.Length == 0 ? "their names are for members" : string.Create(CultureInfo.InvariantCulture, $"{shown}; and {more} more");
    }
}
