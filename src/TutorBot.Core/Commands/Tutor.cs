using Microsoft.Extensions.Logging;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Commands;

/// <summary>The entrance of the core: one switch, the table of contents of the product; the one place that catches.</summary>
public sealed class Tutor(AskHandler asking, CardHandler cards, Retriever retriever, ILogger<Tutor> logger)
{
    /// <summary>Does what a request asks. Never throws but for the caller's own cancellation.</summary>
    public async Task<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var reply = request.Command switch
            {
                Ask ask => ToReply(await asking.AnswerAsync(ask.Question, null, cancellationToken).ConfigureAwait(false)),
                Compare compare => ToReply(await asking.CompareAsync(compare.First, compare.Second, cancellationToken).ConfigureAwait(false)),
                CompareCards compare => cards.Compare(compare.First, compare.Second),
                LookUpCard lookUp => cards.LookUp(lookUp.Term),
                ShowCard show => cards.Show(show.Card),
                ShowRelated related => cards.Related(related.Card),
                ShareAnswer share => cards.Share(share, request.DisplayName),
                ListDecks => DecksHandler.List(retriever.Current.Library),
                LintDecks => DecksHandler.Lint(retriever.Current.Library),
                Help => HelpHandler.Show(),
                _ => throw new InvalidOperationException($"No handler for {request.Command.GetType().Name}."),
            };
            return reply with { Audience = request.Command.Audience };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The one place that catches everything: whatever broke, the person gets an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.CommandFailed(logger, request.Command.GetType().Name, e);
            return Reply.Say("Something went wrong here, and it is not your fault. Try it again; if it stays, tell the person who runs this tutor.");
        }
    }

    private static Reply ToReply(Answer answer) => new(answer.Blocks);
}
