using TutorBot.Adapters.Tests.Embeddings;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Retrieval;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Quizzes;

/// <summary>Every question of a deck with the real model: each card, form and seed; made once for the tests of a class.</summary>
public sealed class MadeQuestions : IDisposable
{
    public const int Seeds = 20;

    private readonly ShippedModel _model = new();
    private readonly Dictionary<(string Path, Difficulty Difficulty), IReadOnlyList<Question>> _made = [];
    private readonly Dictionary<string, CardIndex> _indices = [];

    public CardIndex Index(string path) => _indices.TryGetValue(path, out var known) ? known : _indices[path] = Build(path);

    public IReadOnlyList<Question> Of(string path, Difficulty difficulty) =>
        _made.TryGetValue((path, difficulty), out var known) ? known : _made[(path, difficulty)] = Make(path, QuestionMaker.Of(Index(path)), difficulty);

    public IReadOnlyList<Question> Make(string path, QuestionMaker maker, Difficulty difficulty) => [.. Index(path).Library.Cards
        .SelectMany(card => QuizTypes.All.SelectMany(type => Enumerable.Range(1, Seeds)
            .Select(seed => maker.Make(card.Id, type.Name, seed, difficulty).Question).OfType<Question>()))];

    public void Dispose() => _model.Dispose();

    private CardIndex Build(string path)
    {
        var deck = DeckFolder.Read(Repository.PathOf(path)).Deck ?? throw new InvalidOperationException(path);
        return CardIndex.BuildAsync(new LibrarySnapshot([deck], []), _model.Generator, _model.Cache, null, CancellationToken.None).GetAwaiter().GetResult();
    }
}
