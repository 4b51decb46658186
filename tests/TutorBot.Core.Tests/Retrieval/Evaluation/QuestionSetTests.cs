using TutorBot.Core.Retrieval.Evaluation;

namespace TutorBot.Core.Tests.Retrieval.Evaluation;

public sealed class QuestionSetTests
{
    [Fact]
    public void Parse_GoodLines_AreRead()
    {
        var problems = new List<string>();

        var questions = QuestionSet.Parse(
            ["{\"question\":\"q\",\"cards\":[166,\"soft-max\"],\"kind\":\"typo\",\"deck\":\"d\"}", "", "{\"question\":\"r\",\"cards\":[]}"],
            "set.jsonl",
            problems);

        Assert.Empty(problems);
        Assert.Equal(["166", "soft-max"], questions[0].Cards);
        Assert.Equal(("typo", "d"), (questions[0].Kind, questions[0].Deck));
        Assert.False(questions[1].IsAnswerable);
    }

    [Fact]
    public void Parse_BadLines_AreAllNamedAndHideNoGoodOne()
    {
        var problems = new List<string>();

        var questions = QuestionSet.Parse(
            ["{\"question\":\"q\",\"cards\":[1]}", "nonsense", "{\"cards\":[1]}", "{\"question\":\"q\",\"cards\":[1.5]}", "[]"],
            "set.jsonl",
            problems);

        Assert.Single(questions);
        Assert.Equal(["set.jsonl(2)", "set.jsonl(3)", "set.jsonl(4)", "set.jsonl(5)"], problems.Select(problem => problem[..12]));
    }
}
