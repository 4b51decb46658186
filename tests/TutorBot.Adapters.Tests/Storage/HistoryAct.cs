namespace TutorBot.Adapters.Tests.Storage;

/// <summary>What happens in a step of a random history.</summary>
public enum HistoryAct
{
    Join,
    Leave,
    Open,
    OpenForBoth,
    Click,
    Stake,
    Close,
    Regrade,
    Void,
    Delete,
    ChangeZone,
}
