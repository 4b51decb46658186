using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Retrieval.Evaluation;

namespace TutorBot.Core.Tests.Retrieval.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Of_MixedResults_CountsAsTheCommandLinePageSays()
    {
        var report = EvaluationReport.Of(
        [
            Result("a", answerable: true, rank: 1, Band.Answer, 0.9),
            Result("a", answerable: true, rank: 2, Band.Answer, 0.8),
            Result("b", answerable: true, rank: 3, Band.Suggest, 0.5),
            Result("b", answerable: true, rank: null, Band.Decline, 0.1),
            Result("c", answerable: false, rank: null, Band.Answer, 0.8),
            Result("c", answerable: false, rank: null, Band.Decline, 0.05),
        ]);

        Assert.Equal((6, 4), (report.Questions, report.Answerable));
        Assert.Equal((0.25, 0.75), (report.RecallAt1, report.RecallAt3));
        Assert.Equal((1 + 0.5 + (1 / 3.0)) / 4, report.MeanReciprocalRank ?? 0, 12);
        Assert.Equal(new BandQuality(0.5, 1 / 3.0, 0.5), report.Answer);
        Assert.Equal(new SuggestQuality(0.25, 1), report.Suggest);

        // Against 0.8: one above, one tie, two below; against 0.05: four above.
        Assert.Equal((1 + 0.5 + 4) / 8, report.Auroc ?? 0, 12);
        Assert.Equal(4, report.Misses.Count);
        Assert.Equal(new KindQuality(2, null, 0.5), report.ByKind["c"]);
        Assert.Equal(new KindQuality(2, 0.5, null), report.ByKind["a"]);
    }

    [Fact]
    public void Of_Nothing_HasNoShares()
    {
        var report = EvaluationReport.Of([]);

        Assert.Null(report.RecallAt1);
        Assert.Null(report.Auroc);
        Assert.Equal(0, report.MedianMilliseconds);
    }

    private static EvaluatedQuestion Result(string kind, bool answerable, int? rank, Band band, double confidence) => new(
        new EvaluationQuestion("?", answerable ? ["1"] : [], kind, null), [], CardId.Numbered("d", 1), rank, band, confidence, 1);
}
