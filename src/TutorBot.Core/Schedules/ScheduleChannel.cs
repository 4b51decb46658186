using TutorBot.Core.Chat;

namespace TutorBot.Core.Schedules;

/// <summary>A channel that a schedule posts to.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Zone">The IANA zone whose clocks decide when.</param>
public sealed record ScheduleChannel(ChannelRef Channel, string Zone);
