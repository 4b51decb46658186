namespace TutorBot.Core.Chat;

/// <summary>Who runs this tutor: on each platform those whom the settings name, else those whom the platform does.</summary>
/// <param name="named">From the settings.</param>
/// <param name="platforms">The platforms.</param>
public sealed class Operators(IReadOnlyList<UserRef> named, IReadOnlyList<IPlatform> platforms)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<UserRef> All =>
        [.. named, .. platforms.Where(platform => named.All(person => person.Platform != platform.Name)).SelectMany(platform => platform.Operators)];
}
