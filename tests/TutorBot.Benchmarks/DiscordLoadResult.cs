namespace TutorBot.Benchmarks;

/// <summary>What a run came to. Memory is resident, in megabytes.</summary>
internal sealed record DiscordLoadResult
{
    public required int Interactions { get; init; }

    public required int RatePerSecond { get; init; }

    /// <summary>No callback within the three seconds that Discord waits.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Of these, how many callbacks came later.</summary>
    public required int Late { get; init; }

    /// <summary>Answered by a promise, which the reply kept later.</summary>
    public required int Deferred { get; init; }

    /// <summary>Answered by the reply itself.</summary>
    public required int Direct { get; init; }

    /// <summary>Promised, and not kept within a minute.</summary>
    public required int WithoutReply { get; init; }

    /// <summary>Other requests that Discord refused, and what broke its protocol.</summary>
    public required int Errors { get; init; }

    public required double CallbackP50Ms { get; init; }

    public required double CallbackP95Ms { get; init; }

    public required double CallbackMaxMs { get; init; }

    public required IReadOnlyDictionary<string, double> CallbackP95MsByKind { get; init; }

    public required double ResidentStartMb { get; init; }

    /// <summary>After the first third.</summary>
    public required double ResidentWarmMb { get; init; }

    public required double ResidentEndMb { get; init; }

    /// <summary>The end beside the first third.</summary>
    public double ResidentRatio => ResidentEndMb / ResidentWarmMb;

    /// <summary>Of one core.</summary>
    public required double ProcessorPercent { get; init; }

    /// <summary>Of one core, by the Discord and its people.</summary>
    public required double FakeProcessorPercent { get; init; }

    public required double FakeResidentMb { get; init; }

    /// <summary>How much too late the latest interaction was sent.</summary>
    public required double GreatestLagMs { get; init; }

    public required StoredAnswers Answers { get; init; }

    /// <summary>Whether everybody was answered, in time and truly.</summary>
    public bool IsGood => Unanswered + WithoutReply + Errors + Answers.Wrong == 0;
}
