namespace TutorBot.Core.Chat;

/// <summary>
/// Nothing could be kept just now: the disk is full, the database locked, read-only or out of reach. Nothing was stored,
/// so the person is asked to try again.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);
