using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Storage.Rows;

/// <summary>Points given or taken; never changed but for the person, who may become a former member.</summary>
internal sealed class LedgerRow
{
    public long Sequence { get; set; }

    public string Key { get; set; } = "";

    public string GroupId { get; set; } = "";

    public long PersonId { get; set; }

    public string RoundId { get; set; } = "";

    public LedgerReason Reason { get; set; }

    public int Points { get; set; }

    public int Answered { get; set; }

    public int Right { get; set; }

    public double Growth { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}
