namespace TutorBot.Core.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">Lower case, as Discord wants it: 1 to 32 letters, digits, hyphens.</param>
/// <param name="Description">What it is, at most 100 characters.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="IsRequired">Whether the command makes no sense without it.</param>
/// <param name="Choices">For <see cref="CommandOptionKind.Choice"/>: the values; else empty.</param>
public sealed record CommandOption(
    string Name,
    string Description,
    CommandOptionKind Kind,
    bool IsRequired,
    IReadOnlyList<string> Choices);
