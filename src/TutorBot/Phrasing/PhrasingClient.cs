using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using TutorBot.Settings;

namespace TutorBot.Phrasing;

/// <summary>Connects to an OpenAI-compatible model (Ollama, vLLM, OpenAI).</summary>
internal static class PhrasingClient
{
    /// <summary>How long a phrasing may take before the card's own words are shown.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(3);

    /// <summary>The client, or null where <c>Chat:Endpoint</c> is empty.</summary>
    public static IChatClient? Create(TutorSettings settings)
    {
        if (settings.ChatEndpoint is null)
        {
            return null;
        }

        // Servers on one's own machine want no key, but the SDK wants one.
        var key = new ApiKeyCredential(settings.ChatApiKey.Length > 0 ? settings.ChatApiKey : "none");
        var options = new OpenAIClientOptions { Endpoint = settings.ChatEndpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 1) };
        return new OpenAIClient(key, options).GetChatClient(settings.ChatModel).AsIChatClient();
    }
}
