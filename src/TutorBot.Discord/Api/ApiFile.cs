namespace TutorBot.Discord.Api;

/// <summary>A file to upload.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">As in <c>text/csv</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ApiFile(string Name, string MediaType, ReadOnlyMemory<byte> Content);
