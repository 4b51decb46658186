using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Groups;

/// <summary>A group that somebody may run, or why not.</summary>
/// <param name="Group">The group; null where it is not theirs to run.</param>
/// <param name="Members">Everyone in it.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Refusal">What to say where there is no group.</param>
public sealed record GroupFound(Group? Group, IReadOnlyList<Member> Members, Person Person, Reply Refusal);
