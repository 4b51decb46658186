using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TutorBot.Storage;

/// <summary>An instant as Unix milliseconds, so that every database compares and adds it alike.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
