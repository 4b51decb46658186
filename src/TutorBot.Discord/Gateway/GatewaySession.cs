namespace TutorBot.Discord.Gateway;

/// <summary>What is needed to go on with a session after its connection is gone.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResumeUrl">Where to connect to.</param>
/// <param name="Sequence">The last dispatch that arrived: what came after it is sent again.</param>
internal sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence);
