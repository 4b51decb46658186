using System.Net;
using System.Text.Json.Nodes;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Retrieval;
using TutorBot.Discord.Api;
using TutorBot.Discord.Rendering;

namespace TutorBot.Discord.Interactions;

/// <summary>
/// Answers what people do: by the reply itself where it is ready within a second and a half, else by an acknowledgement that the
/// reply replaces. A second answer is refused by Discord, and nothing is done twice for it.
/// </summary>
internal sealed class InteractionHandler : IDisposable
{
    private const int MessageNow = 4;
    private const int MessageLater = 5;
    private const int UpdateLater = 6;
    private const int UpdateNow = 7;
    private const int Completions = 8;
    private const int EphemeralFlag = 64;
    private const int MostCompletions = 25;

    /// <summary>Commands that are worked on at the same time; the others wait behind their acknowledgements.</summary>
    internal const int MostAtOnce = 8;
    private const int LongestCompletion = 100;
    private const int AlreadyAnswered = 40060;
    private const int Unknown = 10062;

    /// <summary>Three seconds are given, the way there and back included.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2.8);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>After fifteen minutes the token is worth nothing.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14.5);
    private readonly Tutor _tutor;
    private readonly Retriever _retriever;
    private readonly DiscordCalls _calls;
    private readonly TimeProvider _time;
    private readonly ILogger<InteractionHandler> _logger;
    private readonly SemaphoreSlim _atOnce = new(MostAtOnce);
    private readonly PartitionedRateLimiter<string> _perPerson = PartitionedRateLimiter.Create<string, string>(person => RateLimitPartition.GetTokenBucketLimiter(
        person, _ => new TokenBucketRateLimiterOptions { TokenLimit = 20, TokensPerPeriod = 2, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    public InteractionHandler(Tutor tutor, Retriever retriever, DiscordCalls calls, TimeProvider time, ILogger<InteractionHandler> logger) =>
        (_tutor, _retriever, _calls, _time, _logger) = (tutor, retriever, calls, time, logger);

    public void Dispose()
    {
        _perPerson.Dispose();
        _atOnce.Dispose();
    }

    /// <summary>Answers one. Never throws but for its own cancellation.</summary>
    /// <param name="interaction">What was done.</param>
    /// <param name="received">When it arrived, as a timestamp of the clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task HandleAsync(DiscordInteraction interaction, long received, CancellationToken cancellationToken)
    {
        try
        {
            if (interaction.Kind == InteractionKind.Autocomplete)
            {
                await CompleteTypingAsync(interaction, cancellationToken).ConfigureAwait(false);
                return;
            }

            using var lease = _perPerson.AttemptAcquire(interaction.From.Id);
            var parsed = lease.IsAcquired ? Read(interaction) : new PageCommand(null, "That was a lot at once. Wait a few seconds, then go on.", 1);
            if (parsed.Command?.Asks is { } asked && interaction.Kind == InteractionKind.Component)
            {
                await CallBackAsync(interaction, TypedForm.Open(Pressed(interaction), asked), [], received, cancellationToken).ConfigureAwait(false);
                return;
            }

            await AnswerAsync(interaction, parsed, received, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (DiscordException e) when (e.Code is AlreadyAnswered)
        {
            // Somebody has answered: we, before an answer was lost, or another worker.
        }
        catch (DiscordException e) when (e.Code is Unknown)
        {
            Log.TooLate(_logger, _time.GetElapsedTime(received), e.Code);
        }
#pragma warning disable CA1031 // One interaction's trouble must not end the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.InteractionFailed(_logger, e);
        }
    }

    private PageCommand Read(DiscordInteraction interaction)
    {
        switch (interaction.Kind)
        {
            case InteractionKind.Command:
                var typed = TypedCommand.Read(interaction.Data);
                var parsed = CommandParser.Read(typed.Name, typed.Values);
                return new PageCommand(parsed.Command, parsed.Problem, 1);
            case InteractionKind.Component:
                return Decode(Pressed(interaction), "This button is from another version and does nothing any more. Ask again.");
            default:
                var form = Decode(DiscordInteraction.Text(interaction.Data, "custom_id"), "This form is from another version and does nothing any more. Ask again.");
                return form with { Command = form.Command?.WithTyped(TypedForm.Read(interaction.Data)) };
        }
    }

    /// <summary>The id of what was pressed, or of what was chosen from a menu.</summary>
    private static string Pressed(DiscordInteraction interaction) => interaction.Data.TryGetProperty("values", out var values) && values.GetArrayLength() > 0
        ? values[0].GetString() ?? ""
        : DiscordInteraction.Text(interaction.Data, "custom_id");

    private PageCommand Decode(string id, string otherwise)
    {
        var (text, page) = DiscordCustomId.PageOf(DiscordCustomId.Decode(id) ?? "");
        return CommandCodec.Decode(text, _retriever.Current.Library) is { } command ? new PageCommand(command, null, page) : new PageCommand(null, otherwise, 1);
    }

    private async Task AnswerAsync(DiscordInteraction interaction, PageCommand parsed, long received, CancellationToken cancellationToken)
    {
        var isPublic = parsed.Command?.Audience == Audience.Channel;
        // Answers are reckoned while we wait for them: whatever the database or the model does, the acknowledgement goes out.
        var reckoning = parsed.Command is { } command
            ? ReckonAsync(RequestOf(interaction, command), cancellationToken)
            : Task.FromResult(Reply.Say(parsed.Problem ?? ""));
        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            var left = Patience - _time.GetElapsedTime(received);
            await Task.WhenAny(reckoning, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time, patience.Token)).ConfigureAwait(false);
            await patience.CancelAsync().ConfigureAwait(false);
        }

        if (reckoning.IsCompleted)
        {
            await AnswerNowAsync(interaction, parsed, await reckoning.ConfigureAwait(false), received, cancellationToken).ConfigureAwait(false);
            return;
        }

        var isUpdate = interaction.IsOnPrivateMessage;
        await AcknowledgeAsync(interaction, isUpdate, isPublic, received, cancellationToken).ConfigureAwait(false);
        var reply = await reckoning.ConfigureAwait(false);
        if (_time.GetElapsedTime(received) < TokenLife)
        {
            await AnswerLaterAsync(interaction, parsed, reply, isUpdate, isPublic, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Log.TooLate(_logger, _time.GetElapsedTime(received), 0);
        }
    }

    /// <summary>A few at once: SQLite blocks the thread that writes, and without a free one no acknowledgement would go out.</summary>
    private async Task<Reply> ReckonAsync(Request request, CancellationToken cancellationToken)
    {
        await _atOnce.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => _tutor.HandleAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    private static Request RequestOf(DiscordInteraction interaction, Command command) =>
        new(command, interaction.From, interaction.In, interaction.Name, interaction.At, interaction.Id, interaction.IsChannelManager, interaction.ChannelName)
        {
            IsDirect = interaction.IsDirect,
            IsByCommandAlone = true,
            MissingRights = interaction.IsDirect ? [] : RightNames.Missing(interaction.OurRights),
        };

    private async Task AnswerNowAsync(DiscordInteraction interaction, PageCommand parsed, Reply reply, long received, CancellationToken cancellationToken)
    {
        var message = Render(reply, parsed);
        var isUpdate = reply.Replaces && interaction.IsOnPrivateMessage;
        var data = isUpdate ? message.AsEdit() : message.AsNew(reply.Audience == Audience.Channel ? 0 : EphemeralFlag);
        await CallBackAsync(interaction, new JsonObject { ["type"] = isUpdate ? UpdateNow : MessageNow, ["data"] = data }, message.Files, received, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The page that is wanted; the button to the next one asks the same command again, where that only shows something.</summary>
    private static DiscordMessage Render(Reply reply, PageCommand parsed) =>
        DiscordRenderer.Render(reply.Blocks, page: new Page(parsed.Page, reply.Again, reply.Whole));

    private Task AcknowledgeAsync(DiscordInteraction interaction, bool isUpdate, bool isPublic, long received, CancellationToken cancellationToken) => CallBackAsync(
        interaction,
        isUpdate
            ? new JsonObject { ["type"] = UpdateLater }
            : new JsonObject { ["type"] = MessageLater, ["data"] = new JsonObject { ["flags"] = isPublic ? 0 : EphemeralFlag } },
        [],
        received,
        cancellationToken);

    /// <summary>The reply in the place of the acknowledgement.</summary>
    private async Task AnswerLaterAsync(DiscordInteraction interaction, PageCommand parsed, Reply reply, bool isUpdate, bool isPublic, CancellationToken cancellationToken)
    {
        var message = Render(reply, parsed);
        var isForAll = reply.Audience == Audience.Channel;
        if (isUpdate ? reply.Replaces : isForAll == isPublic)
        {
            await _calls.EditOriginalAsync(interaction.Application, interaction.Token, message.AsEdit(), message.Files, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!isUpdate)
        {
            // Who sees it was fixed by the acknowledgement: a refusal of something public is another message, for the asker alone.
            await _calls.DeleteOriginalAsync(interaction.Application, interaction.Token, cancellationToken).ConfigureAwait(false);
        }

        await _calls.FollowUpAsync(interaction.Application, interaction.Token, message.AsNew(isForAll ? 0 : EphemeralFlag), message.Files, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where an answer is lost, Discord is asked whether it arrived, and only then it is sent again: as long as Discord waits.</summary>
    private async Task CallBackAsync(DiscordInteraction interaction, JsonObject body, IReadOnlyList<ApiFile> files, long received, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await _calls.CallbackAsync(interaction.Id, interaction.Token, body, files, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DiscordException e) when (e.Status is null or >= HttpStatusCode.InternalServerError && _time.GetElapsedTime(received) < Deadline)
            {
                if (await HasArrivedAsync(interaction, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                await Task.Delay(BetweenTries, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> HasArrivedAsync(DiscordInteraction interaction, CancellationToken cancellationToken)
    {
        try
        {
            await _calls.OriginalAsync(interaction.Application, interaction.Token, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DiscordException)
        {
            // It has not, or it cannot be told: a second answer is refused by Discord (40060) and does nothing.
            return false;
        }
    }

    private async Task CompleteTypingAsync(DiscordInteraction interaction, CancellationToken cancellationToken)
    {
        var typed = TypedCommand.Read(interaction.Data);
        var cards = typed.Focused.Length == 0 ? [] : _retriever.Current.Library.Lookup.Complete(typed.Values[typed.Focused], MostCompletions);
        var choices = new JsonArray([.. cards.Select(card => new JsonObject
        {
            ["name"] = DiscordMarkdown.CutPlain(card.Title, LongestCompletion),
            ["value"] = card.Title.Length <= LongestCompletion ? card.Title : card.Id.Local,
        })]);
        await _calls.CallbackAsync(
            interaction.Id, interaction.Token, new JsonObject { ["type"] = Completions, ["data"] = new JsonObject { ["choices"] = choices } }, [], cancellationToken).ConfigureAwait(false);
    }
}
