using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary><c>/quiz</c>: practice that scores on no board and feeds one's own memory.</summary>
public sealed class PracticeHandler(
    IPeople people, IPractices practices, PracticeCards cards, IMemories memories, RandomSource random, TimeProvider time)
{
    /// <summary>The most questions of one run.</summary>
    public const int MostQuestions = 10;

    /// <summary>Starts a run, or answers the typed question that is open.</summary>
    public async Task<Reply> StartAsync(Request request, StartPractice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        if (command.Answer is { } typed)
        {
            return await TypedAsync(person, typed, cancellationToken).ConfigureAwait(false);
        }

        var problems = new List<string>();
        var deck = command.Deck is null ? null : cards.FindDeck(command.Deck, problems);
        if (command.Form is { } form && QuizTypes.Find(form) is null)
        {
            problems.Add($"There is no form \"{Shown(form)}\". Forms: {string.Join(", ", QuizTypes.All.Select(type => type.Name))}.");
        }

        if (command.Count is < 1 or > MostQuestions)
        {
            problems.Add($"A run has 1 to {MostQuestions} questions.");
        }

        return problems.Count > 0
            ? Reply.Say(string.Join(" ", problems))
            : await AskAsync(request, person, new PracticeSession(deck, command.Form?.ToLowerInvariant(), 1, command.Count, 0), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Judges a choice.</summary>
    public Task<Reply> AnswerAsync(Request request, AnswerPractice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return WithAsync(
            request,
            command.Id,
            (practice, person) => command.Option >= 0 && command.Option < practice.Question.Options.Count
                ? JudgedAsync(practice, person, practice.Question.IsRight(command.Option), $"You picked {Round.Letter(command.Option)}. ", null, cancellationToken)
                : Task.FromResult(Lost()),
            cancellationToken);
    }

    /// <summary>Judges what was typed.</summary>
    public Task<Reply> TypeAsync(Request request, TypePractice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return WithAsync(
            request,
            command.Id,
            (practice, person) => command.Typed is { } typed && practice.Question.Form == "typed"
                ? JudgedAsync(practice, person, practice.Question.IsRight(typed), "", null, cancellationToken)
                : Task.FromResult(new Reply([HowToType()])),
            cancellationToken);
    }

    /// <summary>Shows the card of a question that one explains to oneself, and asks how it went.</summary>
    public Task<Reply> RevealAsync(Request request, RevealPractice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return WithAsync(
            request,
            command.Id,
            (practice, _) => Task.FromResult(new Reply([
                .. Revealed(practice.Question),
                new Paragraph(MarkdownText.Plain("How close were you? Compare the points, not the words.")),
                new Choices("How close were you?", [.. Enum.GetValues<Rating>().Select(rating => new Button(rating.ToString(), new RatePractice(practice.Id, rating)))]),
            ])),
            cancellationToken);
    }

    /// <summary>Keeps how well somebody explained it.</summary>
    public Task<Reply> RateAsync(Request request, RatePractice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return WithAsync(
            request,
            command.Id,
            (practice, person) => JudgedAsync(practice, person, command.Rating != Rating.Again, $"Kept: {command.Rating}. ", command.Rating, cancellationToken),
            cancellationToken);
    }

    /// <summary>The next question of a run.</summary>
    public Task<Reply> NextAsync(Request request, NextPractice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return WithAsync(
            request,
            command.Id,
            (practice, person) => AskAsync(request, person, Next(practice), cancellationToken),
            cancellationToken);
    }

    private static PracticeSession Next(PracticeQuestion practice)
    {
        var session = practice.Session;
        var right = session.Right + (practice.IsRight == true ? 1 : 0);
        return session.Number < session.Of
            ? session with { Number = session.Number + 1, Right = right }
            : session with { Number = 1, Of = 1, Right = 0 };
    }

    private async Task<Reply> TypedAsync(Person person, string typed, CancellationToken cancellationToken) =>
        await practices.LastTypedAsync(person.Id, cancellationToken).ConfigureAwait(false) is { } practice
            ? await JudgedAsync(practice, person, practice.Question.IsRight(typed), "", null, cancellationToken).ConfigureAwait(false)
            : Reply.Say("No question waits for a typed answer. /quiz form:typed asks one.");

    private async Task<Reply> AskAsync(Request request, Person person, PracticeSession session, CancellationToken cancellationToken)
    {
        var seed = random.NewSeed();
        var (question, reason) = await cards.DrawAsync(person, request.In, session, seed, cancellationToken).ConfigureAwait(false);
        if (question is null)
        {
            return Reply.Say(reason ?? "No question can be made.");
        }

        var practice = new PracticeQuestion(random.NewId(), person.Id, question, session, time.GetUtcNow(), null);
        await practices.AddAsync(practice, cancellationToken).ConfigureAwait(false);
        List<Block> blocks = [];
        if (session.Of > 1)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"Question {session.Number} of {session.Of}")), Tone.Quiet));
        }

        blocks.Add(new Paragraph(MarkdownText.Bold(question.Prompt)));
        if (question.Options.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Authored(string.Join("\n\n", question.Options.Select((option, i) =>
                $"**{Round.Letter(i)}** {MarkdownText.Plain(option.Text).Source}")))));
            blocks.Add(new Choices("Your answer", [.. question.Options.Select((_, i) => new Button(Round.Letter(i).ToString(), new AnswerPractice(practice.Id, i)))]));
        }
        else if (question.Form == "typed")
        {
            blocks.Add(HowToType());
            blocks.Add(new Choices("Your answer", [
                new Button("Type your answer", new TypePractice(practice.Id), "/quiz answer:…"), new Button("I do not know", new RevealPractice(practice.Id)),
            ]));
        }
        else
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("Say it to yourself, in your own words. Then look."), Tone.Quiet));
            blocks.Add(new Choices("Then", [new Button("Show the card", new RevealPractice(practice.Id))]));
        }

        return new Reply(blocks);
    }

    private async Task<Reply> JudgedAsync(
        PracticeQuestion practice, Person person, bool isRight, string said, Rating? rating, CancellationToken cancellationToken)
    {
        var isFirst = await practices.TryAnswerAsync(practice.Id, isRight, cancellationToken).ConfigureAwait(false);
        if (isFirst)
        {
            await memories.TryAddAsync(
                new Review($"practice/{practice.Id}", person.Id, practice.Question.Card, time.GetUtcNow(), rating ?? (isRight ? Rating.Good : Rating.Again), ReviewSource.Practice),
                cancellationToken).ConfigureAwait(false);
        }

        var question = practice.Question;
        var key = question.Key is { } index ? $" Right is {Round.Letter(index)}: {question.Options[index].Text}" : "";
        List<Block> blocks = [new Paragraph(MarkdownText.Plain(said) + MarkdownText.Authored(isRight ? "✔ **Right.**" : "**Not right.**") + MarkdownText.Plain(isRight ? "" : key))];
        if (!isFirst)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("You answered this question before; the first answer is the one that is kept."), Tone.Quiet));
        }

        if (rating is null)
        {
            blocks.AddRange(Revealed(question));
        }

        var session = practice.Session;
        var score = session.Right + (isRight ? 1 : 0);
        if (session.Number < session.Of)
        {
            blocks.Add(new Choices("Go on", [new Button("Next question", new NextPractice(practice.Id))]));
        }
        else
        {
            if (session.Of > 1)
            {
                blocks.Add(new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"{score} of {session.Of} right."))));
            }

            blocks.Add(new Choices("Go on", [new Button("Another one", new NextPractice(practice.Id), "/quiz")]));
        }

        return new Reply(blocks);
    }

    private static IEnumerable<Block> Revealed(Question question)
    {
        yield return new Paragraph(MarkdownText.Bold(question.Reveal.Term) + MarkdownText.Plain($" ({question.Card.Local})") + MarkdownText.Authored("\n\n" + question.Reveal.Definition));
        if (question.Reveal.QuickTip is { } tip)
        {
            yield return new Fields([new Field(MarkdownText.Plain("Quick tip"), MarkdownText.Authored(tip))]);
        }
    }

    private async Task<Reply> WithAsync(
        Request request, string id, Func<PracticeQuestion, Person, Task<Reply>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        return await practices.FindAsync(id, person.Id, cancellationToken).ConfigureAwait(false) is { } practice
            ? await act(practice, person).ConfigureAwait(false)
            : Lost();
    }

    private static Paragraph HowToType() => new(MarkdownText.Authored("Type the term: press the button, or `/quiz answer:your answer`"), Tone.Quiet);

    private static Reply Lost() => new([
        new Paragraph(MarkdownText.Plain("This question is more than a day old and gone.")),
        new Choices("Go on", [new Button("A new one", new StartPractice(), "/quiz")]),
    ]);

    private static string Shown(string typed) => typed.Length > 60 ? typed[..60] + "…" : typed;
}
