namespace TutorBot.Storage;

/// <summary>The database cannot be used as it is; the message says why and how to mend it.</summary>
public sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner);
