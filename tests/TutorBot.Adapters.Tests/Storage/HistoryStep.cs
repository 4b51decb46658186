namespace TutorBot.Adapters.Tests.Storage;

/// <summary>One step of a random history; numbers are taken modulo what there is.</summary>
public sealed record HistoryStep(HistoryAct Act, int Person, int Group, int Round, int Option, int Stake);
