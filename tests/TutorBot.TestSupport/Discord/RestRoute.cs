namespace TutorBot.TestSupport.Discord;

/// <summary>One kind of request.</summary>
/// <param name="Template">The path with its parameters in braces.</param>
/// <param name="Handle">Runs under the world's lock.</param>
/// <param name="NeedsToken">Whether the bot's token has to come with it; else the path holds one, or none is needed.</param>
internal sealed record RestRoute(string Method, string Template, Func<RestCall, RestAnswer> Handle, bool NeedsToken = true)
{
    private readonly string[] _steps = Template.Split('/');

    /// <summary>Whether it is answered before all rate limits.</summary>
    public bool IsCallback => Template.EndsWith("/callback", StringComparison.Ordinal);

    /// <summary>Whether the global limit leaves it out.</summary>
    public bool IsOfAnInteraction => IsCallback || Template.StartsWith("/webhooks/", StringComparison.Ordinal);

    /// <summary>The parameters; null if the path is another route's.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, string[] path)
    {
        if (method != Method || path.Length != _steps.Length)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>();
        foreach (var (step, actual) in _steps.Zip(path))
        {
            if (step.StartsWith('{'))
            {
                parameters[step.Trim('{', '}')] = actual;
            }
            else if (step != actual)
            {
                return null;
            }
        }

        return parameters;
    }

    /// <summary>What its rate limit counts apart: the route and its first id.</summary>
    public string BucketOf(IReadOnlyDictionary<string, string> parameters) => string.Join(':',
        new[] { Method, Template }.Concat(((string[])["channel_id", "guild_id", "webhook_id", "webhook_token"]).Select(name => parameters.GetValueOrDefault(name)).OfType<string>()));
}
