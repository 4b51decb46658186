using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>What the database keeps of a person: reading it all, erasing it all.</summary>
public sealed class PersonalDataStore(Database database, IgnoreKey key) : IPersonalData
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PersonalTable>> ExportAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PersonalTable>>(
        async (context, token) =>
        {
            var id = person.Value;
            return
            [
                Table("person", await context.People.Where(row => row.Id == id).ToListAsync(token).ConfigureAwait(false)),
                Table("groups", await context.Members.Where(row => row.PersonId == id)
                    .Join(context.Groups, member => member.GroupId, group => group.Id, (member, group) => new { Group = group.Name, member.State, member.IsCaptain, member.JoinedAt, member.LeftAt })
                    .ToListAsync(token).ConfigureAwait(false)),
                Table("answers", await context.Answers.Where(row => row.PersonId == id)
                    .Join(context.Rounds, answer => answer.RoundId, round => round.Id, (answer, round) => new { round.Card, round.Number, answer.Choice, answer.Stake, answer.IsHinted, answer.Removed, answer.ChosenAt, answer.At })
                    .OrderBy(row => row.At).ToListAsync(token).ConfigureAwait(false)),
                Table("points", await context.Ledger.Where(row => row.PersonId == id).OrderBy(row => row.Sequence)
                    .Select(row => new { row.GroupId, row.RoundId, row.Reason, row.Points, row.Answered, row.Right, row.Growth, row.At })
                    .ToListAsync(token).ConfigureAwait(false)),
                Table("reviews", await context.Reviews.Where(row => row.PersonId == id).OrderBy(row => row.At).ToListAsync(token).ConfigureAwait(false)),
                Table("memory", await context.Memories.Where(row => row.PersonId == id).ToListAsync(token).ConfigureAwait(false)),
                Table("practice", await context.Practices.Where(row => row.PersonId == id)
                    .Select(row => new { row.Card, row.Form, row.AskedAt, row.IsRight }).ToListAsync(token).ConfigureAwait(false)),
                Table("away", await context.Aways.Where(row => row.PersonId == id).ToListAsync(token).ConfigureAwait(false)),
                Table("named", await context.Named.Where(row => row.PersonId == id).ToListAsync(token).ConfigureAwait(false)),
                Table("reminded", await context.Reminded.Where(row => row.PersonId == id).ToListAsync(token).ConfigureAwait(false)),
                Table("notices", await context.Notices.Where(row => row.PersonId == id).ToListAsync(token).ConfigureAwait(false)),
                Table("shown", await context.Shown.Where(row => row.PersonId == id).ToListAsync(token).ConfigureAwait(false)),
                Table("reports", await context.Reports.Where(row => row.PersonId == id)
                    .Select(row => new { row.RoundId, row.At, row.IsHandled }).ToListAsync(token).ConfigureAwait(false)),
            ];
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task EraseAsync(PersonId person, CancellationToken cancellationToken)
    {
        var id = person.Value;
        await database.WriteAsync(
            async (context, token) =>
            {
                await context.Answers
                    .Where(row => row.PersonId == id && (row.Choice == null || context.Rounds.Any(round => round.Id == row.RoundId && round.State == RoundState.Open)))
                    .ExecuteDeleteAsync(token).ConfigureAwait(false);
                // What is left counts in the results of its round: each under a number of its own, so that they do not tell of
                // one person. Ids of people only grow, so negative ones are free.
                var answers = await context.Answers.Where(row => row.PersonId == id).ToListAsync(token).ConfigureAwait(false);
                foreach (var answer in answers)
                {
                    var least = await context.Answers.Where(row => row.RoundId == answer.RoundId).MinAsync(row => row.PersonId, token).ConfigureAwait(false);
                    context.Answers.Remove(answer);
                    context.Answers.Add(new AnswerRow
                    {
                        RoundId = answer.RoundId,
                        PersonId = Math.Min(least, 0) - 1,
                        Choice = answer.Choice,
                        Stake = answer.Stake,
                        IsHinted = answer.IsHinted,
                    });
                }

                await context.Ledger.Where(row => row.PersonId == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, PersonId.Former.Value), token).ConfigureAwait(false);
                await context.Reports.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Reviews.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Memories.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Practices.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Aways.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                // Results that say the name are edited.
                await context.Posts.Where(row => row.State == PostState.Final && context.Named.Any(named => named.PersonId == id && named.RoundId == row.RoundId))
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PostState.Behind), token).ConfigureAwait(false);
                await context.Named.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Reminded.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Notices.Where(row => row.PersonId == id || row.About == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Shown.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Members.Where(row => row.PersonId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Schedules.Where(row => row.SetUpBy == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.SetUpBy, PersonId.Former.Value), token).ConfigureAwait(false);
                await PlaygroundPosts.EraseAsync(context, id, token).ConfigureAwait(false);
                return await context.People.Where(row => row.Id == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await database.ForgetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (left, reports) = (now - TimeSpan.FromDays(Retention.LeftMembersDays), now - TimeSpan.FromDays(Retention.HandledReportsDays));
        var (notices, shown) = (now - TimeSpan.FromDays(Retention.NoticesDays), now - TimeSpan.FromMinutes(Retention.LastShownMinutes));
        return database.WriteAsync(
            async (context, token) =>
            {
                var gone = await context.Members.Where(row => row.State == MemberState.Left && row.LeftAt < left).ToListAsync(token).ConfigureAwait(false);
                foreach (var member in gone)
                {
                    await context.Ledger.Where(row => row.GroupId == member.GroupId && row.PersonId == member.PersonId)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, PersonId.Former.Value), token).ConfigureAwait(false);
                }

                context.Members.RemoveRange(gone);
                await ServerStore.EraseDepartedAsync(context, now - TimeSpan.FromDays(Retention.DepartedServersDays), token).ConfigureAwait(false);
                await context.Reports.Where(row => row.IsHandled && row.At < reports).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Notices.Where(row => row.At < notices).ExecuteDeleteAsync(token).ConfigureAwait(false);
                return await context.Shown.Where(row => row.At < shown).ExecuteDeleteAsync(token).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetIgnoredAsync(UserRef who, bool isIgnored, CancellationToken cancellationToken)
    {
        var hash = key.HashOf(who);
        return database.WriteAsync(
            async (context, token) =>
            {
                await context.Ignored.Where(row => row.Hash == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
                if (isIgnored)
                {
                    context.Ignored.Add(new IgnoredRow { Hash = hash });
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> IsIgnoredAsync(UserRef who, CancellationToken cancellationToken)
    {
        var hash = key.HashOf(who);
        return database.ReadAsync((context, token) => context.Ignored.AnyAsync(row => row.Hash == hash, token), cancellationToken);
    }

    /// <summary>Rows by their properties; what only the database means by a number stays a number.</summary>
    private static PersonalTable Table<T>(string name, List<T> rows)
    {
        var properties = typeof(T).GetProperties();
        return new PersonalTable(
            name,
            [.. properties.Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])],
            [.. rows.Select(row => (IReadOnlyList<string>)[.. properties.Select(property => property.GetValue(row) switch
            {
                DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
                bool flag => flag ? "true" : "false",
                IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                var value => value?.ToString() ?? "",
            })])]);
    }
}
