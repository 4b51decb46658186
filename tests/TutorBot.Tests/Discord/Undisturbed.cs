namespace TutorBot.Tests.Discord;

/// <summary>Tests in which three seconds count, as in Discord: not beside others that take the machine for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Undisturbed
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Discord";
}
