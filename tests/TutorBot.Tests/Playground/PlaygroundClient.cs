using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TutorBot.Tests.Playground;

/// <summary>Types and presses as a person of the playground, by the addresses that its page uses.</summary>
internal sealed partial class PlaygroundClient(PlaygroundHost host)
{
    private static readonly HttpClient Client = new();

    /// <summary>What the tutor answers to a line, as a person reads it.</summary>
    public async Task<string> TypeAsync(string person, string channel, string line)
    {
        await PostAsync($"/messages?person={person}&channel={channel}", line);
        return (await MessagesAsync(person, channel))[^1].Text;
    }

    /// <summary>Presses a button of the last message that has one of that label.</summary>
    public async Task PressAsync(string person, string channel, string label)
    {
        var message = (await MessagesAsync(person, channel)).Last(message => message.Buttons.ContainsKey(label));
        await PostAsync($"/presses?person={person}&channel={channel}&message={message.Key}", message.Buttons[label]);
    }

    /// <summary>The messages that a person sees in a channel, the last one last.</summary>
    public async Task<IReadOnlyList<PlaygroundLine>> MessagesAsync(string person, string channel) =>
        [.. Article().Matches(await PageAsync(person, channel)).Select(article => new PlaygroundLine(
            article.Groups["key"].Value,
            WebUtility.HtmlDecode(Space().Replace(Tag().Replace(article.Value, ""), " ")),
            Press().Matches(article.Value).DistinctBy(press => press.Groups["label"].Value)
                .ToDictionary(press => WebUtility.HtmlDecode(press.Groups["label"].Value), press => WebUtility.HtmlDecode(press.Groups["id"].Value))))];

    /// <summary>The page as a browser gets it.</summary>
    public Task<string> PageAsync(string person, string channel) => Client.GetStringAsync(new Uri($"{host.Address}/?person={person}&channel={channel}"));

    private async Task PostAsync(string address, string body)
    {
        HttpResponseMessage response;
        do
        {
            using var content = new StringContent(body, Encoding.UTF8);
            response = await Client.PostAsync(new Uri(host.Address + address), content);
        }
        while (response.StatusCode == HttpStatusCode.TooManyRequests);
        response.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("<article[^>]*data-id=\"(?<key>[^\"]*)\".*?</article>", RegexOptions.Singleline)]
    private static partial Regex Article();

    /// <summary>Buttons, and the choices of menus.</summary>
    [GeneratedRegex("<(?:button[^>]*data-press|option value)=\"(?<id>[^\"]+)\"[^>]*>(?<label>[^<]*)</")]
    private static partial Regex Press();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
