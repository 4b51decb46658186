using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TutorBot.Storage;

/// <summary>A date as the days since 0001-01-01.</summary>
internal sealed class DayNumber() : ValueConverter<DateOnly, int>(date => date.DayNumber, days => DateOnly.FromDayNumber(days));
