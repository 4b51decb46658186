using System.Diagnostics;
using System.Text.Json;
using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>What is measured in a process of its own; each part prints one JSON object.</summary>
internal static class RetrievalParts
{
    private const int IndexedForSpeed = 1000;

    public static ModelFolder Model => ModelFolder.Open(Repository.PathOf("content/models/tutor-minilm-l6-v1"));

    public static async Task<int> RunAsync(string part)
    {
        object result = part switch
        {
            "small" => await AskAsync(null),
            "large" => await AskAsync(100_000),
            "embed" => Embed(),
            "index" => await IndexAsync(),
            _ => throw new ArgumentException($"There is no part \"{part}\".", nameof(part)),
        };
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }

    /// <summary>Session, tokenizer, embedding and whole answers, question by question in turn, so that noise hits all alike.</summary>
    private static async Task<object> AskAsync(int? synthetic)
    {
        using var encoder = OnnxEmbeddingGenerator.Load(Model);
        using var session = new BareSession(Model);
        var weights = RankingWeightsFile.Parse(File.ReadAllText(Path.Combine(Model.Path, RankingWeightsFile.FileName)));
        var retriever = new Retriever(encoder, weights);
        retriever.Replace(synthetic is { } count
            ? await CreateLargeAsync(encoder, count)
            : await CardIndex.BuildAsync(new DeckFolder(Repository.PathOf("content/decks")).Load(), encoder, new NoCache(), null, CancellationToken.None));
        var asking = new AskHandler(retriever, null);
        var questions = Questions.Load();
        int[][] ids = [.. questions.Select(encoder.Tokenize)];
        for (var i = 0; i < Questions.WarmUps; i++)
        {
            var question = questions[i % questions.Count];
            session.Run(ids[i % questions.Count]);
            encoder.Tokenize(question);
            encoder.Encode(question, TextKind.Query).Dispose();
            await asking.AnswerAsync(question, null, CancellationToken.None);
        }

        var (run, tokenize, embed, ask) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < questions.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            session.Run(ids[i]);
            run.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            encoder.Tokenize(questions[i]);
            tokenize.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            encoder.Encode(questions[i], TextKind.Query).Dispose();
            embed.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            await asking.AnswerAsync(questions[i], null, CancellationToken.None);
            ask.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var bytes = await BytesPerAskAsync(asking, retriever, questions);
        GC.Collect();
        return new
        {
            session = Percentiles.Of(run),
            tokenizer = Percentiles.Of(tokenize),
            embed = Percentiles.Of(embed),
            ask = Percentiles.Of(ask),
            bytes,
            residentMb = Process.GetCurrentProcess().WorkingSet64 / 1e6,
        };
    }

    private static Task<CardIndex> CreateLargeAsync(OnnxEmbeddingGenerator encoder, int count)
    {
        var synthetic = new SyntheticCards(encoder);
        return CardIndex.BuildAsync(synthetic.Make(count), encoder, synthetic, null, CancellationToken.None);
    }

    /// <summary>Managed bytes of finding the answer, apart from wording it.</summary>
    private static Task<double> BytesPerAskAsync(AskHandler asking, Retriever retriever, IReadOnlyList<string> questions)
    {
        ArgumentNullException.ThrowIfNull(asking);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var question in questions)
        {
            retriever.Rank(retriever.Current, QuestionReader.Read(question), AskHandler.CardsShown);
        }

        return Task.FromResult((GC.GetAllocatedBytesForCurrentThread() - before) / (double)questions.Count);
    }

    private static object Embed()
    {
        using var encoder = OnnxEmbeddingGenerator.Load(Model);
        var questions = Questions.Load();
        for (var i = 0; i < Questions.WarmUps; i++)
        {
            encoder.Encode(questions[i % questions.Count], TextKind.Query).Dispose();
        }

        var times = new List<double>();
        var vectors = new List<float[]>();
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            using var encoded = encoder.Encode(question, TextKind.Query);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            vectors.Add(encoded.Vector.ToArray());
        }

        return new { embed = Percentiles.Of(times), vectors };
    }

    private static async Task<object> IndexAsync()
    {
        using var encoder = OnnxEmbeddingGenerator.Load(Model);
        var folder = Directory.CreateTempSubdirectory("passages").FullName;
        var library = RepeatedRealCards();
        double first, second;
        using (var cache = new FilePassageCache(folder))
        {
            var started = Stopwatch.GetTimestamp();
            await CardIndex.BuildAsync(library, encoder, cache, null, CancellationToken.None);
            first = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        using (var cache = new FilePassageCache(folder))
        {
            var started = Stopwatch.GetTimestamp();
            await CardIndex.BuildAsync(library, encoder, cache, null, CancellationToken.None);
            second = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        Directory.Delete(folder, recursive: true);
        return new { first, second };
    }

    /// <summary>A thousand different cards as long as real ones.</summary>
    private static LibrarySnapshot RepeatedRealCards()
    {
        var real = SyntheticCards.Real.Cards;
        var cards = Enumerable.Range(1, IndexedForSpeed).Select(i => real[i % real.Count] with
        {
            Id = CardId.Numbered("many", i), Title = $"{real[i % real.Count].Title} {i}",
        });
        return new LibrarySnapshot([new Deck("many", "Many", [.. cards], "many.md")], []);
    }
}
