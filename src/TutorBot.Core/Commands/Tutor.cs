using Microsoft.Extensions.Logging;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Explanations;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.People;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Practice;
using TutorBot.Core.Quizzes.Reminders;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Settings;
using TutorBot.Core.Welcome;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Commands;

/// <summary>The entrance of the core: one switch, the table of contents of the product; the one place that catches.</summary>
public sealed class Tutor(AskHandler asking, CardHandler cards, Retriever retriever, StudyHandlers study, TimeProvider time, ILogger<Tutor> logger)
{
    /// <summary>Does what a request asks. Never throws but for the caller's own cancellation.</summary>
    public async Task<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsDirect && request.Command.NeedsChannel)
        {
            return Reply.Say("That is for a channel: type it where your group talks. Here you can ask, play your open rounds, practise, and see what is yours: /help lists it all.");
        }

        try
        {
            var reply = WithAgain(request.Command, await DispatchAsync(request, cancellationToken).ConfigureAwait(false));
            if (WhyHandler.ShownBy(request.Command) is { } shown)
            {
                await NoteAsync(request, shown, cancellationToken).ConfigureAwait(false);
            }

            return reply.Audience == Audience.Asker ? await ToldAsync(request, reply, cancellationToken).ConfigureAwait(false) : reply;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (PersonIgnoredException)
        {
            return Reply.Say("Not kept: you asked to be ignored. /privacy ignore off takes that back.");
        }
        catch (StorageUnavailableException e)
        {
            Log.NotSaved(logger, request.Command.GetType().Name, e);
            return Reply.Say("That could not be saved just now, and nothing was changed. Try it again in a moment.");
        }
#pragma warning disable CA1031 // The one place that catches everything: whatever broke, the person gets an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.CommandFailed(logger, request.Command.GetType().Name, e);
            return Reply.Say("Something went wrong here, and it is not your fault. Try it again; if it stays, tell the person who runs this tutor.");
        }
    }

    private async Task<Reply> DispatchAsync(Request request, CancellationToken token)
    {
        var library = retriever.Current.Library;
        return request.Command switch
        {
            Ask ask => await LookUpAsync(request, await asking.AnswerAsync(ask.Question, null, token).ConfigureAwait(false), token).ConfigureAwait(false),
            TryQuestion => await DispatchAsync(request with { Command = study.FirstWord.Sample() }, token).ConfigureAwait(false),
            Compare compare => await LookUpAsync(request, await asking.CompareAsync(compare.First, compare.Second, token).ConfigureAwait(false), token).ConfigureAwait(false),
            CompareCards compare => await LookUpAsync(request, cards.Compare(compare.First, compare.Second), [compare.First, compare.Second], token).ConfigureAwait(false),
            LookUpCard lookUp => await LookUpAsync(request, cards.LookUp(lookUp.Term), [.. library.Lookup.Resolve(lookUp.Term).Select(card => card.Id)], token).ConfigureAwait(false),
            ShowCard show => await LookUpAsync(request, cards.Show(show.Card), [show.Card], token).ConfigureAwait(false),
            ShowRelated related => cards.Related(related.Card),
            ShareAnswer share => await ShareAsync(request, share, token).ConfigureAwait(false),
            ListDecks => DecksHandler.List(library),
            LintDecks => DecksHandler.Lint(library),
            ShowInbox => await study.Reports.InboxAsync(request, token).ConfigureAwait(false),
            RegradeReported regrade => await study.Reports.RegradeAsync(request, regrade, token).ConfigureAwait(false),
            HandleReport handle => await study.Reports.HandleAsync(request, handle, token).ConfigureAwait(false),
            ReportRound report => await study.Reports.ReportAsync(request, report, token).ConfigureAwait(false),
            ReportLast => await study.Reports.ReportLastAsync(request, token).ConfigureAwait(false),
            AnswerRound answer => await study.Rounds.AnswerAsync(request, answer, token).ConfigureAwait(false),
            StakeRound stake => await study.Rounds.StakeAsync(request, stake, token).ConfigureAwait(false),
            HintRound hint => await study.Rounds.HintAsync(request, hint, token).ConfigureAwait(false),
            ShowRound show => await study.Rounds.ShowAsync(request, show, token).ConfigureAwait(false),
            Daily daily => await study.Rounds.DailyAsync(request, daily, token).ConfigureAwait(false),
            SetAway away => await study.Aways.SetAsync(request, away, token).ConfigureAwait(false),
            ExplainQuiz => RoundMessage.HowItWorks(),
            StartPractice start => await study.Practice.StartAsync(request, start, token).ConfigureAwait(false),
            AnswerPractice answer => await study.Practice.AnswerAsync(request, answer, token).ConfigureAwait(false),
            TypePractice type => await study.Practice.TypeAsync(request, type, token).ConfigureAwait(false),
            RevealPractice reveal => await study.Practice.RevealAsync(request, reveal, token).ConfigureAwait(false),
            RatePractice rate => await study.Practice.RateAsync(request, rate, token).ConfigureAwait(false),
            NextPractice next => await study.Practice.NextAsync(request, next, token).ConfigureAwait(false),
            ShowLeaderboard show => await study.Leaderboards.ShowAsync(request, show, token).ConfigureAwait(false),
            PostBoard post => await study.Leaderboards.PostAsync(request, post, token).ConfigureAwait(false),
            ShowMe => await study.Me.ShowAsync(request, study.Boards, library, token).ConfigureAwait(false),
            CreateGroup create => await study.Groups.CreateAsync(request, create, token).ConfigureAwait(false),
            InviteChannel invite => await study.Invitations.InviteAsync(request, invite, token).ConfigureAwait(false),
            JoinGroup { Group: null } join => await study.Invitations.UseAsync(request, join.Typed, token).ConfigureAwait(false)
                ?? await study.Groups.JoinAsync(request, join, token).ConfigureAwait(false),
            JoinGroup join => await study.Groups.JoinAsync(request, join, token).ConfigureAwait(false),
            LeaveGroup leave => await study.Groups.LeaveAsync(request, leave, token).ConfigureAwait(false),
            ListGroups => await study.Groups.ListAsync(request, token).ConfigureAwait(false),
            ShowGroup show => await study.Groups.ShowAsync(request, show, library, token).ConfigureAwait(false),
            SetGroup set => await study.Captains.SetAsync(request, set, library, token).ConfigureAwait(false),
            SetCaptain set => await study.Captains.SetCaptainAsync(request, set, token).ConfigureAwait(false),
            AcceptCaptaincy accept => await study.Groups.AcceptCaptaincyAsync(request, accept, token).ConfigureAwait(false),
            StepDown step => await study.Captains.StepDownAsync(request, step, token).ConfigureAwait(false),
            RemoveMember remove => await study.Captains.RemoveAsync(request, remove, token).ConfigureAwait(false),
            AcceptMember accept => await study.Captains.AcceptAsync(request, accept, token).ConfigureAwait(false),
            DeleteGroup delete => await study.Captains.DeleteAsync(request, delete, token).ConfigureAwait(false),
            SetSchedule set => await study.Schedules.SetAsync(request, set, token).ConfigureAwait(false),
            EditSchedule edit => await study.Schedules.EditAsync(request, edit, token).ConfigureAwait(false),
            StartSchedule start => await study.Schedules.StartAsync(request, start, token).ConfigureAwait(false),
            AddChannel add => await study.Schedules.AddChannelAsync(request, add, token).ConfigureAwait(false),
            ManageSchedule manage => await study.ScheduleActions.HandleAsync(request, manage, token).ConfigureAwait(false),
            RegradeRound regrade => await study.Corrections.RegradeAsync(request, regrade, token).ConfigureAwait(false),
            VoidRound take => await study.Corrections.VoidAsync(request, take, token).ConfigureAwait(false),
            SetTimezone set => await study.Timezones.SetAsync(request, set, token).ConfigureAwait(false),
            ShowPrivacy => await study.Privacy.ShowAsync(request, token).ConfigureAwait(false),
            ExportData => await study.Privacy.ExportAsync(request, token).ConfigureAwait(false),
            DeleteData delete => await study.Privacy.DeleteAsync(request, delete, token).ConfigureAwait(false),
            SetVisibility set => await study.Privacy.SetVisibilityAsync(request, set, token).ConfigureAwait(false),
            SetIgnored set => await study.Privacy.SetIgnoredAsync(request, set, token).ConfigureAwait(false),
            ShowSettings => await study.Settings.ShowAsync(request, token).ConfigureAwait(false),
            SetReminded set => await study.Settings.SetRemindedAsync(request, set, token).ConfigureAwait(false),
            SwitchGroupSetting set => await study.Settings.SwitchAsync(request, set, token).ConfigureAwait(false),
            Explain explain => await study.Why.ExplainAsync(request, explain, token).ConfigureAwait(false),
            Help => HelpHandler.Show(request),
            _ => throw new InvalidOperationException($"No handler for {request.Command.GetType().Name}."),
        };
    }

    /// <summary>What only shows something may be asked again for the rest of it.</summary>
    private static Reply WithAgain(Command command, Reply reply) => command switch
    {
        LookUpCard => reply with { Again = reply.Whole },
        ShowCard or CompareCards or ShowRelated or ListDecks or LintDecks or ShowInbox or ShowRound or ListGroups or ShowGroup { Name: null } or ShowPrivacy or Explain or Help =>
            reply with { Again = command },
        _ => reply,
    };

    /// <summary>Keeps for a few minutes what a person was shown, so that <c>/why</c> can explain it.</summary>
    private async Task NoteAsync(Request request, Shown shown, CancellationToken token)
    {
        try
        {
            await study.Shown.NoteAsync(request.From, request.In, shown, time.GetUtcNow(), token).ConfigureAwait(false);
        }
        catch (StorageUnavailableException e)
        {
            Log.NotSaved(logger, request.Command.GetType().Name, e);
        }
    }

    /// <summary>The reply, after what could not be told the person by a message.</summary>
    private async Task<Reply> ToldAsync(Request request, Reply reply, CancellationToken token)
    {
        try
        {
            var notices = await study.Notices.TakeAsync(request.From, token).ConfigureAwait(false);
            var first = await study.FirstWord.HeadAsync(request.In, token).ConfigureAwait(false);
            return notices.Count + first.Count == 0
                ? reply
                : reply with { Blocks = [.. first, .. notices.Select(notice => new Paragraph(MarkdownText.Plain(notice))), .. reply.Blocks] };
        }
        catch (StorageUnavailableException e)
        {
            Log.NotSaved(logger, request.Command.GetType().Name, e);
            return reply;
        }
    }

    private async Task<Reply> LookUpAsync(Request request, Retrieval.Answer answer, CancellationToken token)
    {
        await NoteAsync(request, WhyHandler.ShownOf(answer), token).ConfigureAwait(false);
        return await LookUpAsync(request, new Reply(answer.Blocks), [.. answer.Sources.Select(card => card.Id)], token).ConfigureAwait(false);
    }

    /// <summary>The reply; while a round is open for the asker with a line that says so.</summary>
    private async Task<Reply> LookUpAsync(Request request, Reply found, IReadOnlyList<CardId> shown, CancellationToken token)
    {
        var reply = found with { Whole = Whole(shown) };
        try
        {
            return reply with { Blocks = [.. reply.Blocks, .. await study.ClosedBook.LookedUpAsync(request, shown, token).ConfigureAwait(false)] };
        }
        catch (PersonIgnoredException)
        {
            return reply;
        }
        catch (StorageUnavailableException e)
        {
            // Cards are answered without a database too.
            Log.NotSaved(logger, request.Command.GetType().Name, e);
            return reply;
        }
    }

    private static Command? Whole(IReadOnlyList<CardId> cards) => cards switch
    {
        [var card] => new ShowCard(card),
        [var first, var second] => new CompareCards(first, second),
        _ => null,
    };

    private async Task<Reply> ShareAsync(Request request, ShareAnswer share, CancellationToken token) =>
        await study.ClosedBook.IsSharingOnHoldAsync(request, token).ConfigureAwait(false)
            ? Reply.Say("A round is open in this channel: sharing waits until it closes, so that nobody is helped by accident.")
            : cards.Share(share, request.DisplayName) with { Audience = share.Audience, Whole = Whole(share.Cards) };
}
