namespace TutorBot.Discord.Api;

/// <summary>A request's method and path.</summary>
/// <param name="Method">The method.</param>
/// <param name="Template">The path with names in braces, as in <c>/channels/{channel}/messages/{message}</c>: names the limit that it counts to.</param>
/// <param name="Ids">What stands for the names, in order; the first is that of the channel, server or webhook by which Discord counts.</param>
internal sealed record ApiRoute(HttpMethod Method, string Template, params string[] Ids)
{
    /// <summary>The path with the ids in it.</summary>
    public string Path
    {
        get
        {
            var parts = Template.Split('{', '}');
            for (var i = 1; i < parts.Length; i += 2)
            {
                parts[i] = Uri.EscapeDataString(Ids[i / 2]);
            }

            return string.Concat(parts);
        }
    }

    /// <summary>Without ids, for logs.</summary>
    public string Name => $"{Method} {Template}";

    /// <summary>By which Discord counts, with <see cref="Name"/>.</summary>
    public string TopLevel => Ids.Length == 0 ? "" : Ids[0];
}
