namespace TutorBot.Core.Settings;

/// <summary>What captains switch on and off for a group.</summary>
public enum GroupSetting
{
    /// <summary>The recap after a week's last close.</summary>
    Recap,

    /// <summary>The extra question on a card of the week before.</summary>
    Throwback,
}
