using TutorBot.Core.Chat;

namespace TutorBot.Core.Commands;

/// <summary>The entrance of the core: one switch, the table of contents of the product; the one place that catches.</summary>
public sealed class Tutor
{
    /// <summary>Does what a request asks. Never throws but for the caller's own cancellation.</summary>
    public Task<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
