using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Reminders;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Settings;

/// <summary><c>/settings</c>: a panel of what can be set; each row says its value and where that comes from.</summary>
public sealed class SettingsHandler(IPeople people, IGroups groups, GroupAccess access)
{
    private const int GroupsShown = 3;

    /// <summary>The panel.</summary>
    public async Task<Reply> ShowAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        return await PanelAsync(request, person, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reminds a person of rounds that are about to close, or no longer.</summary>
    public async Task<Reply> SetRemindedAsync(Request request, SetReminded command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        await people.SetRemindedAsync(person.Id, command.IsReminded, cancellationToken).ConfigureAwait(false);
        return await PanelAsync(
            request, person with { IsReminded = command.IsReminded },
            command.IsReminded ? "You get one message an hour before a round closes, if you have not answered by then." : "You get no reminders.",
            cancellationToken).ConfigureAwait(false) with { Replaces = true };
    }

    /// <summary>Switches something on or off for a group; for those who run it.</summary>
    public async Task<Reply> SwitchAsync(Request request, SwitchGroupSetting command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await access.OpenAsync(request, command.Group, cancellationToken).ConfigureAwait(false);
        if (found.Group is not { } group)
        {
            return found.Refusal;
        }

        var changed = command.Setting == GroupSetting.Recap ? group with { HasRecap = command.IsOn } : group with { HasThrowback = command.IsOn };
        await groups.TryUpdateAsync(changed, cancellationToken).ConfigureAwait(false);
        return await PanelAsync(request, found.Person, "Kept.", cancellationToken).ConfigureAwait(false) with { Replaces = true };
    }

    private async Task<Reply> PanelAsync(Request request, Person person, string? said, CancellationToken cancellationToken)
    {
        List<Block> blocks = said is null ? [] : [new Paragraph(MarkdownText.Plain(said))];
        blocks.Add(new Heading(MarkdownText.Plain("Settings")));
        var zone = person.Zone ?? request.Zone;
        List<Field> rows =
        [
            Row("My clocks", zone is null ? "those of my group" : ZoneText.CityOf(zone), person.Zone is not null ? "me" : request.Zone is not null ? "this channel" : "default"),
            Row("Who sees my name", person.Visibility switch { Visibility.Public => "everyone", Visibility.Hidden => "nobody", _ => "my groups" }, person.Visibility == Visibility.Group ? "default" : "me"),
            Row("A reminder an hour before the close", person.IsReminded ? "on" : "off", person.IsReminded ? "me" : "default"),
        ];
        var mine = new Choices("Mine",
        [
            new Button("My clocks", new SetTimezone(""), "/timezone"),
            new Button("Who sees my name", new SetVisibility(null), "/privacy visibility"),
            person.IsReminded ? new Button("No reminders", new SetReminded(false)) : new Button("Remind me", new SetReminded(true)),
        ]);
        List<Block> menus = [mine];
        foreach (var group in (await OfAsync(request, person, cancellationToken).ConfigureAwait(false)).Take(GroupsShown))
        {
            rows.Add(Row($"{group.Name}: recap of the week", group.HasRecap ? "on" : "off", group.HasRecap ? "default" : "the group"));
            rows.Add(Row($"{group.Name}: throwback question", group.HasThrowback ? "on" : "off", group.HasThrowback ? "default" : "the group"));
            menus.Add(new Choices(group.Name,
            [
                new Button(group.HasRecap ? "No recap" : "Recap", new SwitchGroupSetting(group.Id, GroupSetting.Recap, !group.HasRecap)),
                new Button(group.HasThrowback ? "No throwback" : "Throwback", new SwitchGroupSetting(group.Id, GroupSetting.Throwback, !group.HasThrowback)),
            ]));
        }

        return new Reply([.. blocks, new Fields(rows), .. menus]);
    }

    /// <summary>The groups of this channel and of the person that the person may run.</summary>
    private async Task<IReadOnlyList<Group>> OfAsync(Request request, Person person, CancellationToken cancellationToken)
    {
        var own = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false)).Where(member => member.IsCaptain).Select(member => member.Group);
        var here = (await groups.OfChannelAsync(request.In, cancellationToken).ConfigureAwait(false)).Select(group => group.Id);
        var found = new List<Group>();
        foreach (var id in here.Union(own))
        {
            if ((await access.OpenAsync(request, id, cancellationToken).ConfigureAwait(false)).Group is { } group)
            {
                found.Add(group);
            }
        }

        return found;
    }

    private static Field Row(string name, string value, string source) => new(MarkdownText.Plain(name), MarkdownText.Plain($"{value} ({source})"));
}
