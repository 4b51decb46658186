using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.TestSupport;

namespace TutorBot.Core.Tests.Quizzes.Rounds;

public sealed class RoundMessageTests
{
    [Theory]
    [InlineData(100, false)]
    [InlineData(3000, true)]
    public void Closed_LongCard_HasAButtonToTheWholeCard(int letters, bool expected)
    {
        var round = SampleRounds.Round([]);
        round = round with { State = RoundState.Closed, Question = round.Question with { Reveal = round.Question.Reveal with { Definition = new string('x', letters) } } };

        var blocks = RoundMessage.Closed(round, TimeZoneInfo.Utc, ["Readers"], RoundResult.Of(round, []), []);

        Assert.Equal(expected, blocks.OfType<Choices>().SelectMany(choices => choices.Buttons).Any(button => button.Command == new ShowCard(round.Question.Card)));
    }
}
