using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;
using TutorBot.Scheduling;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.KillTest;

/// <summary>
/// The worker that is killed: the real schedules, stores and Quartz on a fast clock, a platform that records, people who click
/// when they see a message.
/// </summary>
internal static class ChildWorker
{
    private const int ClicksAtOnce = 12;

    public static async Task RunAsync(string folder, string worker)
    {
        var time = FastTime.Of(folder);
        var database = await RunDatabase.OpenAsync(folder, time);
        using var platform = new RecordingPlatform(folder, worker);
        using var acknowledged = new DurableLog<Acknowledged>(Path.Combine(folder, $"acknowledged-{worker}.log"));
        using var embeddings = new HashEmbeddings();
        var encoder = new GeneratorEncoder(embeddings, HashEmbeddings.Dimension);
        var retriever = new Retriever(encoder, null);
        using var cache = new FilePassageCache(Path.Combine(folder, $"passages-{worker[0]}"));
        retriever.Replace(await CardIndex.BuildAsync(new DeckFolder(Repository.PathOf("content/decks")).Load(), encoder, cache, null, default));

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(retriever).AddSingleton<IPlatform>(platform);
        builder.Services.AddSingleton(new DeckOwners(new Dictionary<string, IReadOnlyList<UserRef>>(), new Operators([], [platform])));
        builder.Services.AddStudy(
            database, new QuizLimits(TimeSpan.FromMinutes(1)), Path.Combine(folder, "triggers.db"), new IgnoreKey(new byte[32]), time);
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(Mark.Ready);
        DiagnosticListener.AllListeners.Subscribe(new CommandMarks());
        var rounds = host.Services.GetRequiredService<IRounds>();
        do
        {
            for (var i = 0; i < ClicksAtOnce; i++)
            {
                await ClickAsync(rounds, acknowledged, time);
            }
        }
        while (await platform.ShownAsync());
    }

    /// <summary>Somebody presses a letter of some open round; what is told to be stored is noted.</summary>
    private static async Task ClickAsync(IRounds rounds, DurableLog<Acknowledged> acknowledged, FastTime time)
    {
        var open = await rounds.OpenAsync(null, default);
        if (open.Count == 0)
        {
            return;
        }

        var round = open[RandomNumberGenerator.GetInt32(open.Count)];
        var person = new PersonId(1 + RandomNumberGenerator.GetInt32(Setup.People));
        var choice = RandomNumberGenerator.GetInt32(round.Question.Options.Count);
        var click = new Click(time.GetUtcNow(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), choice);
        try
        {
            if ((await rounds.ClickAsync(round.Id, person, click, default)).Outcome == ClickOutcome.Stored)
            {
                acknowledged.Add(new Acknowledged(round.Id.Value, person.Value, choice, click.At, click.Event));
                Console.WriteLine(Mark.Done);
            }
        }
        catch (StorageUnavailableException)
        {
            // Told to try again: nothing was acknowledged.
        }
    }
}
