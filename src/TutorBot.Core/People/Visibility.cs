namespace TutorBot.Core.People;

/// <summary>Who sees a person's name.</summary>
public enum Visibility
{
    /// <summary>The members of their groups, on private boards; nowhere public.</summary>
    Group,

    /// <summary>Everyone: also reveals, recaps, posted and cross-group boards.</summary>
    Public,

    /// <summary>Nobody: others see "a member". Ranks still count them.</summary>
    Hidden,
}
