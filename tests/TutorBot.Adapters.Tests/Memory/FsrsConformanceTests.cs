using TutorBot.Core.Cards;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using Xunit.Abstractions;

namespace TutorBot.Adapters.Tests.Memory;

/// <summary>
/// The memory model equals npm's ts-fsrs, to 1e-6 of a number or, since ts-fsrs rounds to eight decimals, to 2e-8. Each
/// test counts histories; one fails if any of its steps differs.
/// </summary>
public sealed class FsrsConformanceTests(TsFsrs reference, ITestOutputHelper output) : IClassFixture<TsFsrs>
{
    [NodeFact]
    public Task Next_EachStepFromTheReferencesState_IsTheReferences() => AllPassAsync(history =>
        history.Steps.Index().All(step => Same(step.Item, Fsrs6.Next(Before(history, step.Index), step.Item.T, step.Item.Rating))));

    [NodeFact]
    public Task Next_WholeHistoryFromOurOwnStates_IsTheReferences() => AllPassAsync(history =>
    {
        MemoryState? state = null;
        return history.Steps.All(step => Same(step, state = Fsrs6.Next(state, step.T, step.Rating)));
    });

    [NodeFact]
    public Task Recall_EachStep_IsTheReferences() => AllPassAsync(history =>
        history.Steps.Index().All(step => Before(history, step.Index) is not { } before
            ? step.Item.Recall is null
            : step.Item.Recall is { } recall && Near(recall, Fsrs6.Recall(before, step.Item.T))));

    [NodeFact]
    public Task NextInterval_EachStep_IsTheReferences() => AllPassAsync(history =>
        history.Steps.All(step => Fsrs6.NextInterval(step.Stability, history.Retention) == step.Interval));

    [NodeFact]
    public Task MemoryHistory_WholeDaysInTheLog_IsTheReferences() => AllPassAsync(history =>
    {
        var start = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var whole = history.Steps.TakeWhile(step => double.IsInteger(step.T)).ToList();
        // Once a year is far away, the calendar ends before the history does.
        var days = whole.Select((_, i) => whole.Take(i + 1).Sum(step => step.T)).TakeWhile(day => day < 2_000_000).ToList();
        var log = days.Select((day, i) => new Review(
            $"{i:D3}", new PersonId(1), CardId.Numbered("deck", 1), start.AddDays(day), whole[i].Rating, ReviewSource.Quiz));

        var steps = new MemoryHistory(log).Steps;

        return steps.Count == days.Count && steps.Zip(whole).All(pair => Same(pair.Second, pair.First.After));
    });

    private async Task AllPassAsync(Func<FsrsHistory, bool> passes)
    {
        var histories = await reference.HistoriesAsync();

        var passed = histories.Count(passes);

        var report = $"{passed} passed, {histories.Count - passed} failed";
        output.WriteLine(report);
        Assert.Equal($"{TsFsrs.Count} passed, 0 failed", report);
    }

    private static MemoryState? Before(FsrsHistory history, int step) => step == 0 ? null : history.Steps[step - 1].State;

    private static bool Same(FsrsStep expected, MemoryState actual) =>
        Near(expected.Stability, actual.Stability) && Near(expected.Difficulty, actual.Difficulty);

    private static bool Near(double expected, double actual) =>
        Math.Abs(expected - actual) <= Math.Max(2e-8, 1e-6 * Math.Abs(expected));
}
