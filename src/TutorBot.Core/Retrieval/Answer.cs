using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>What the tutor found for one question, before it is worded.</summary>
/// <param name="Question">The question as cleaned: trimmed, bounded.</param>
/// <param name="Band">What it dares to say.</param>
/// <param name="Confidence">How likely the first card is right, 0 to 1.</param>
/// <param name="Intent">What the question wants.</param>
/// <param name="Cards">The best five (a list: up to 25), best first, in every band; for a comparison the two sides first. May be empty.</param>
/// <param name="Sources">The cards that the answer shows, and so cites: empty unless the band is Answer.</param>
/// <param name="Blocks">The answer in words, ready for a <see cref="Chat.Reply"/>.</param>
public sealed record Answer(
    string Question,
    Band Band,
    double Confidence,
    Intent Intent,
    IReadOnlyList<RankedCard> Cards,
    IReadOnlyList<Card> Sources,
    IReadOnlyList<Chat.Block> Blocks);
