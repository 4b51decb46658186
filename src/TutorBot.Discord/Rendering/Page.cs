using TutorBot.Core.Chat;

namespace TutorBot.Discord.Rendering;

/// <summary>What a message shows of a reply that may be longer than a message.</summary>
/// <param name="Number">Which page of it, from 1.</param>
/// <param name="Again">The command that shows the same again, for a button to the next page; null: there is none.</param>
/// <param name="Whole">The command that shows what the reply is about whole, for where there is no next page; null: there is none.</param>
internal sealed record Page(int Number, Command? Again, Command? Whole)
{
    /// <summary>The first, of something that cannot be shown again.</summary>
    public static Page First { get; } = new(1, null, null);
}
