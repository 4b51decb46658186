namespace TutorBot.Core.Chat;

/// <summary>A file to keep.</summary>
/// <param name="FileName">Its name, letters, digits, hyphens and a dot.</param>
/// <param name="MediaType"><c>application/json</c>, <c>text/csv</c>.</param>
/// <param name="Text">Its content, written in UTF-8.</param>
public sealed record Attachment(string FileName, string MediaType, string Text) : Block;
