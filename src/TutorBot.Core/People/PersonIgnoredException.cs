namespace TutorBot.Core.People;

/// <summary>The person asked that nothing of them be kept, so nothing was.</summary>
public sealed class PersonIgnoredException() : Exception("The person asked to be ignored.");
