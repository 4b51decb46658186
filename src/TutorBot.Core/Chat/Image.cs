namespace TutorBot.Core.Chat;

/// <summary>A picture. Where it cannot be shown, its text stands for it.</summary>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Svg">An SVG document without scripts or links.</param>
public sealed record Image(string Alternative, string Svg) : Block;
