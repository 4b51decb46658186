using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Settings;

/// <summary>Switch something on or off for a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Setting">What.</param>
/// <param name="IsOn">Whether it is on from now on.</param>
public sealed record SwitchGroupSetting(GroupId Group, GroupSetting Setting, bool IsOn) : Command;
