using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Groups;

/// <summary><c>/timezone</c>: the clocks by which a person reads times.</summary>
public sealed class TimezoneHandler(IPeople people, IZones zones, TimeProvider time)
{
    private const int ChoicesShown = 10;

    /// <summary>Sets it; asks back where the place is not clear.</summary>
    public async Task<Reply> SetAsync(Request request, SetTimezone command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var typed = command.Typed.Trim();
        if (typed.Length == 0)
        {
            return new Reply([
                new Paragraph(MarkdownText.Plain(person.Zone is { } zone
                    ? $"You read times by the clocks of {ZoneText.CityOf(zone)}, where it is {Now(zone)}. /timezone CITY changes that."
                    : "You have set no zone: you read times by the clocks of your group. Choose one, or type /timezone CITY.")),
                Menu(zones.Common),
            ]);
        }

        var found = zones.Find(typed);
        if (found is not [var chosen])
        {
            var shown = typed.Length > 60 ? typed[..60] + "…" : typed;
            return found.Count == 0
                ? Reply.Say($"I do not know the place \"{shown}\". In which country is it? Type /timezone COUNTRY, or an offset such as /timezone UTC+2")
                : new Reply([new Paragraph(MarkdownText.Plain($"\"{shown}\" may be several:")), Menu([.. found.Take(ChoicesShown)])]);
        }

        await people.SetZoneAsync(person.Id, chosen.Id, cancellationToken).ConfigureAwait(false);
        return Reply.Say($"Times are now by the clocks of {chosen.Label}, where it is {Now(chosen.Id)}.");
    }

    private static Choices Menu(IReadOnlyList<ZoneChoice> choices) =>
        new("Your clocks", [.. choices.Select(choice => new Button(choice.Label, new SetTimezone(choice.Id), $"/timezone {choice.Id}"))]);

    private string Now(string zone) =>
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), LocalClock.Zone(zone)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
