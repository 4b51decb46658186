using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TutorBot.Storage;

/// <summary>A time of day as minutes since midnight.</summary>
internal sealed class MinuteOfDay() : ValueConverter<TimeOnly, int>(
    time => (int)(time.ToTimeSpan().Ticks / TimeSpan.TicksPerMinute), minutes => TimeOnly.MinValue.AddMinutes(minutes));
