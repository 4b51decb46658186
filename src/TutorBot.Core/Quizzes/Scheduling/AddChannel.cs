using TutorBot.Core.Chat;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Post in this channel too.</summary>
/// <param name="Schedule">The schedule.</param>
public sealed record AddChannel(ScheduleId Schedule) : Command
{
    /// <inheritdoc/>
    public override bool NeedsChannel => true;
}
