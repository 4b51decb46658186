using TutorBot.Core.Chat;

namespace TutorBot.Core.Retrieval;

/// <summary>Two cards against each other.</summary>
/// <param name="First">One side: a name, number, id or description.</param>
/// <param name="Second">The other side.</param>
public sealed record Compare(string First, string Second) : Command;
