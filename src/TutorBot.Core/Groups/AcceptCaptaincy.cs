using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group captain accept</c>: whoever was asked becomes a captain.</summary>
/// <param name="Group">Which; null: the one that asks.</param>
public sealed record AcceptCaptaincy(GroupId? Group) : Command;
