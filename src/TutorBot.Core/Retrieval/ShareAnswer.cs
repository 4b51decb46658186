using TutorBot.Core.Cards;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Retrieval;

/// <summary>Shows an answer to the whole channel, made again from its cards.</summary>
/// <param name="Intent">What the question wanted.</param>
/// <param name="Cards">The cards shown.</param>
public sealed record ShareAnswer(Intent Intent, IReadOnlyList<CardId> Cards) : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.Channel;
}
