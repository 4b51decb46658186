using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Storage.Rows;

/// <summary>A round.</summary>
internal sealed class RoundRow
{
    public string Id { get; set; } = "";

    public string ScheduleId { get; set; } = "";

    public DateOnly Day { get; set; }

    public RoundKind Kind { get; set; }

    public string Occasion { get; set; } = "";

    public int Number { get; set; }

    public RoundState State { get; set; }

    public string Card { get; set; } = "";

    public string Question { get; set; } = "";

    public string RightOptions { get; set; } = "";

    public string DeckTitle { get; set; } = "";

    public string Salt { get; set; } = "";

    public DateTimeOffset OpensAt { get; set; }

    public DateTimeOffset ClosesAt { get; set; }

    public bool IsOutage { get; set; }

    public int Regrades { get; set; }
}
