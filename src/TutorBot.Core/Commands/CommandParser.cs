namespace TutorBot.Core.Commands;

/// <summary>Turns a typed line into a command.</summary>
public static class CommandParser
{
    /// <summary>
    /// Reads a line: <c>/card softmax</c>, <c>/compare LSTM GRU</c>, <c>/compare "batch norm" "layer norm"</c>; a line
    /// without a slash is a question. Never throws.
    /// </summary>
    public static ParsedCommand Parse(string line) => throw new NotSupportedException();
}
