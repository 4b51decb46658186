using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Groups;

/// <summary>A captain lets somebody in who is waiting.</summary>
/// <param name="Group">The group.</param>
/// <param name="Person">Who.</param>
public sealed record AcceptMember(GroupId Group, PersonId Person) : Command;
