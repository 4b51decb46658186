namespace TutorBot.Core.Retrieval;

/// <summary>Finds cards for questions; one reference to an immutable index, swapped whole on reload.</summary>
public sealed class Retriever
{
    /// <summary>The index now. Read it once per request.</summary>
    public CardIndex Current => throw new NotSupportedException();

    /// <summary>Puts another index in its place.</summary>
    public void Replace(CardIndex index) => throw new NotSupportedException();
}
