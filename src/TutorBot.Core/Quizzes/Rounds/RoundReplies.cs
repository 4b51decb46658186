using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What a person alone sees of a round.</summary>
internal static class RoundReplies
{
    private static readonly (Stake Stake, string Name)[] Stakes = [(Stake.Guess, "Guess"), (Stake.ThinkSo, "Think so"), (Stake.Sure, "Sure")];

    /// <summary>A button of a round that is not in the database.</summary>
    public static Reply Lost() => Reply.Say("This round was lost in a restore; nothing was counted. The next one will count as always.");

    /// <summary>The answer is kept.</summary>
    public static Reply Kept(Round round, Answer answer, Entry entry, TimeZoneInfo zone, DateTimeOffset now) => new(
        [.. Open(round, answer, zone, now), .. EntryOf(entry)])
    {
        Replaces = true,
    };

    /// <summary>An open round and what the person did with it so far.</summary>
    public static IReadOnlyList<Block> Open(Round round, Answer answer, TimeZoneInfo zone, DateTimeOffset now)
    {
        var until = MarkdownText.Plain("change until ") + MarkdownText.Time(round.ClosesAt, zone, note: ZoneText.In(round.ClosesAt - now));
        List<Block> blocks = [];
        if (round.Kind == RoundKind.Throwback)
        {
            // It has no message that would show the question.
            blocks.Add(new Paragraph(MarkdownText.Plain("Throwback: a card of last week, for half the points."), Tone.Quiet));
            blocks.Add(new Paragraph(MarkdownText.Bold(round.Question.Prompt)));
            blocks.Add(new Fields([.. round.Question.Options.Select((option, i) => new Field(MarkdownText.Plain(Round.Letter(i).ToString()), MarkdownText.Plain(option.Text)))]));
        }

        if (answer.Choice is { } choice)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("You picked ") + MarkdownText.Bold(Round.Letter(choice).ToString())
                + MarkdownText.Plain(": " + round.Question.Options[choice].Text)));
            blocks.Add(answer.IsHinted
                ? new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"With a hint it is {Points.Of(round.Kind, answer.Stake, true, true)} points right and {Points.Of(round.Kind, answer.Stake, true, false)} wrong; ")) + until, Tone.Quiet)
                : new Paragraph(MarkdownText.Plain("How sure are you? ") + until));
            if (!answer.IsHinted)
            {
                blocks.Add(new Choices("How sure are you?", [.. Stakes.Select(stake => new Button(
                    answer.Stake == stake.Stake ? stake.Name + " ✓" : stake.Name, new StakeRound(round.Id, stake.Stake), $"/daily {stake.Name.ToLowerInvariant()}"))]));
            }
        }
        else
        {
            if (round.Kind != RoundKind.Throwback)
            {
                blocks.Add(new Paragraph(MarkdownText.Bold(round.Question.Prompt)));
            }

            blocks.Add(new Paragraph(MarkdownText.Plain("You have not picked anything yet; ") + until, Tone.Quiet));
        }

        if (answer.Removed is { } removed)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain($"Hint: it is not {Round.Letter(removed)}, “{round.Question.Options[removed].Text}”.")));
        }

        List<Button> letters = [.. round.Question.Options.Select((_, i) => i).Where(i => i != answer.Removed)
            .Select(i => new Button(i == answer.Choice ? $"{Round.Letter(i)} ✓" : Round.Letter(i).ToString(), new AnswerRound(round.Id, i), $"/daily {Round.Letter(i)}"))];
        if (answer.Removed is null && round.Question.Options.Count > 2)
        {
            letters.Add(new Button("Hint", new HintRound(round.Id), "/daily hint"));
        }

        blocks.Add(new Choices("Your answer", letters));
        return blocks;
    }

    /// <summary>What became of the person's answer.</summary>
    public static IReadOnlyList<Block> Result(Round round, Answer answer, int? points)
    {
        if (round.State == RoundState.Void)
        {
            return [new Paragraph(MarkdownText.Plain("This round was taken back: it counts for nobody."))];
        }

        var right = string.Join(" or ", round.RightOptions.Select(Round.Letter));
        List<Block> blocks =
        [
            new Heading(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"Your result · #{round.Number}"))),
            new Paragraph(MarkdownText.Bold(round.Question.Prompt)),
        ];
        if (answer.Choice is not { } choice)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain($"You did not answer. Right was {right}: {round.KeyText}")));
            return blocks;
        }

        var option = round.Question.Options[choice];
        var isRight = round.IsRight(choice);
        var stake = answer.IsHinted ? "with a hint" : "as " + Stakes.First(stake => stake.Stake == answer.Stake).Name;
        blocks.Add(new Paragraph(
            MarkdownText.Plain($"You picked {Round.Letter(choice)} {stake}: ") + MarkdownText.Plain(option.Text)
            + MarkdownText.Authored(isRight ? " ✔ **right**" : " · **not right**")));
        if (!isRight)
        {
            var from = option.Term.Length > 0 && option.Card != round.Question.Card ? $" Your option belongs to {option.Term}." : "";
            var stop = round.KeyText.EndsWith('.') || from.Length == 0 ? "" : ".";
            blocks.Add(new Paragraph(MarkdownText.Plain($"Right was {right}: {round.KeyText}{stop}{from}")));
        }

        blocks.Add(new Paragraph(MarkdownText.Plain(points switch
        {
            { } given => string.Create(CultureInfo.InvariantCulture, $"{given} points."),
            null when round.Kind == RoundKind.Practice => "A practice round: it scores on no board.",
            null => "No points: you were in none of its groups at the close.",
        })));
        return blocks;
    }

    /// <summary>An answer after the close.</summary>
    public static Reply Late(Round round, int choice) => new(
    [
        new Paragraph(MarkdownText.Plain(
            $"Your answer {Round.Letter(choice)} arrived after the close: no points, but it is kept as practice. "
            + (round.IsRight(choice) ? "It is right." : $"Right was {string.Join(" or ", round.RightOptions.Select(Round.Letter))}: {round.KeyText}"))),
    ]);

    private static IEnumerable<Block> EntryOf(Entry entry)
    {
        var names = string.Join(", ", entry.Groups.Select(group => group.Name));
        switch (entry.Kind)
        {
            case EntryKind.Joined:
                yield return new Paragraph(MarkdownText.Plain($"You are new in {names}: your points count on its board from now on."), Tone.Quiet);
                yield return new Choices("Joined", [new Button("Leave", new LeaveGroup(entry.Groups[0].Id), "/group leave")]);
                break;
            case EntryKind.Waiting:
                yield return new Paragraph(MarkdownText.Plain($"Your answer is kept. It counts if a captain of {names} accepts you before the close."), Tone.Quiet);
                break;
            case EntryKind.NeedsCode:
                yield return new Paragraph(MarkdownText.Plain($"Your answer is kept. {names} is joined by a code that its captains give: /group join CODE. Join before the close, and it counts."), Tone.Quiet);
                break;
            case EntryKind.Choose:
                yield return new Paragraph(MarkdownText.Plain("This round serves several groups. Which do you join? Until then your answer is kept and scores in none."), Tone.Quiet);
                yield return new Choices("Join", [.. entry.Groups.Select(group => new Button(group.Name, new JoinGroup(group.Id, ""), $"/group join {group.Name}"))]);
                break;
            default:
                break;
        }
    }
}
