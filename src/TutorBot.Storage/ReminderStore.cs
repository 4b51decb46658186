using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Reminders;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Who was reminded of what, in the database.</summary>
public sealed class ReminderStore(Database database) : IReminders
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Person>> WaitingAsync(Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var groups = round.Groups.Select(group => group.Value).ToArray();
        var (id, date) = (round.Id.Value, round.Date);
        return database.ReadAsync<IReadOnlyList<Person>>(
            async (context, token) => (await context.People
                    .Where(person => person.IsReminded
                        && context.Members.Any(member => member.PersonId == person.Id && groups.Contains(member.GroupId) && member.State == MemberState.Active)
                        && !context.Answers.Any(answer => answer.RoundId == id && answer.PersonId == person.Id && answer.Choice != null)
                        && !context.Aways.Any(away => away.PersonId == person.Id && away.FirstDay <= date && away.LastDay >= date)
                        && !context.Reminded.Any(reminded => reminded.RoundId == id && reminded.PersonId == person.Id))
                    .OrderBy(person => person.Id).ToListAsync(token).ConfigureAwait(false))
                .ConvertAll(PeopleStore.ToPerson),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryNoteAsync(RoundId round, PersonId person, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            if (await context.Reminded.AnyAsync(row => row.RoundId == round.Value && row.PersonId == person.Value, token).ConfigureAwait(false))
            {
                return false;
            }

            context.Reminded.Add(new RemindedRow { RoundId = round.Value, PersonId = person.Value });
            return true;
        },
        cancellationToken);
}
