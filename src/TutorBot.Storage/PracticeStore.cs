using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Cards;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Practice;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Practice questions in the database.</summary>
public sealed class PracticeStore(Database database) : IPractices
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(Core.Privacy.Retention.PracticeHours);

    /// <inheritdoc/>
    public Task AddAsync(PracticeQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var old = question.AskedAt - Kept;
        return database.WriteAsync(
            async (context, token) =>
            {
                await context.Practices.Where(row => row.PersonId == question.Person.Value && row.AskedAt < old).ExecuteDeleteAsync(token).ConfigureAwait(false);
                context.Practices.Add(new PracticeRow
                {
                    Id = question.Id,
                    PersonId = question.Person.Value,
                    Card = question.Question.Card.ToString(),
                    Form = question.Question.Form,
                    Question = JsonSerializer.Serialize(question.Question),
                    Session = JsonSerializer.Serialize(question.Session),
                    AskedAt = question.AskedAt,
                    IsRight = question.IsRight,
                });
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PracticeQuestion?> FindAsync(string id, PersonId person, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => ToPractice(await context.Practices.FirstOrDefaultAsync(
            row => row.Id == id && row.PersonId == person.Value, token).ConfigureAwait(false)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAnswerAsync(string id, bool isRight, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) => await context.Practices.Where(row => row.Id == id && row.IsRight == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsRight, isRight), token).ConfigureAwait(false) == 1,
        cancellationToken);

    /// <inheritdoc/>
    public Task<PracticeQuestion?> LastTypedAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => ToPractice(await context.Practices
            .Where(row => row.PersonId == person.Value && row.Form == "typed" && row.IsRight == null)
            .OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(token).ConfigureAwait(false)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CardId>> LastCardsAsync(PersonId person, int count, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<CardId>>(
        async (context, token) => [.. (await context.Practices.Where(row => row.PersonId == person.Value)
                .OrderByDescending(row => row.AskedAt).Take(count).Select(row => row.Card)
                .ToListAsync(token).ConfigureAwait(false))
            .Select(text => CardId.TryParse(text, out var card) ? card : null).OfType<CardId>()],
        cancellationToken);

    private static PracticeQuestion? ToPractice(PracticeRow? row) => row is null ? null : new PracticeQuestion(
        row.Id,
        new PersonId(row.PersonId),
        JsonSerializer.Deserialize<Question>(row.Question) ?? throw new JsonException($"Practice question {row.Id} is empty."),
        JsonSerializer.Deserialize<PracticeSession>(row.Session) ?? throw new JsonException($"Practice question {row.Id} has no session."),
        row.AskedAt,
        row.IsRight);
}
