using TutorBot.Core.Chat;

namespace TutorBot.Core.Commands;

/// <summary>Writes the command of a button into the id that travels through a platform, and reads it back.</summary>
public static class CommandCodec
{
    /// <summary>At most 100 characters (Discord's limit on <c>custom_id</c>), ids and choices only.</summary>
    public static string Encode(Command command) => throw new NotSupportedException();

    /// <summary>The command, or null where the text is none that this version knows.</summary>
    public static Command? Decode(string id) => throw new NotSupportedException();
}
