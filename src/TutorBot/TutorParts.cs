using Microsoft.Extensions.AI;
using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Retrieval.Phrasing;
using TutorBot.Embeddings;
using TutorBot.Phrasing;
using TutorBot.Settings;

namespace TutorBot;

/// <summary>The model, the decks and what answers from them, loaded: the same for the command line and the worker.</summary>
internal sealed class TutorParts : IDisposable
{
    private readonly FilePassageCache _cache;
    private readonly ILoggerFactory _loggers = LoggerFactory.Create(logging => logging.AddTutorConsole());

    private TutorParts(OnnxEmbeddingGenerator model, ModelFolder modelFolder, RankingWeights? weights, DeckFolder decks, FilePassageCache cache, IChatClient? chat)
    {
        Model = model;
        ModelFolder = modelFolder;
        Weights = weights;
        Decks = decks;
        _cache = cache;
        Retriever = new Retriever(model, weights);
        Asking = new AskHandler(Retriever, chat is null
            ? null
            : new GroundedPhrasing(chat, TimeProvider.System, PhrasingClient.Timeout, _loggers.CreateLogger<GroundedPhrasing>()));
    }

    public OnnxEmbeddingGenerator Model { get; }

    public ModelFolder ModelFolder { get; }

    /// <summary>Null where none were fitted for this model.</summary>
    public RankingWeights? Weights { get; }

    public DeckFolder Decks { get; }

    public Retriever Retriever { get; }

    public AskHandler Asking { get; }

    /// <summary>Loads the model, reads the decks and indexes them.</summary>
    /// <param name="settings">Which.</param>
    /// <param name="errors">Told of progress and warnings.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ModelException">The model cannot be used.</exception>
    public static async Task<TutorParts> LoadAsync(
        TutorSettings settings, TextWriter errors, CancellationToken cancellationToken)
    {
        var (modelFolder, model) = await LoadModelAsync(settings, errors).ConfigureAwait(false);
        var weights = LoadWeights(modelFolder, errors);
        var parts = new TutorParts(
            model,
            modelFolder,
            weights,
            new DeckFolder(settings.DecksFolder),
            new FilePassageCache(Path.Combine(settings.DataFolder, "passages")),
            PhrasingClient.Create(settings));
        await parts.ReloadAsync(errors, cancellationToken).ConfigureAwait(false);
        return parts;
    }

    /// <summary>Checks the model's folder, loads the model and warms it up.</summary>
    /// <exception cref="ModelException">The model cannot be used.</exception>
    public static Task<(ModelFolder Folder, OnnxEmbeddingGenerator Model)> LoadModelAsync(TutorSettings settings, TextWriter errors) =>
        LongWork.RunAsync("loading the model", null, errors, _ => Task.Run(() =>
        {
            var folder = ModelFolder.Open(settings.ModelFolder);
            return (folder, OnnxEmbeddingGenerator.Load(folder));
        }));

    /// <summary>Reads the decks again and puts their index in place; cards whose text is known are not embedded again.</summary>
    public async Task ReloadAsync(TextWriter errors, CancellationToken cancellationToken)
    {
        var library = Decks.Load();
        Retriever.Replace(await LongWork.RunAsync(
            "indexed", library.Cards.Count, errors, progress => CardIndex.BuildAsync(library, Model, _cache, progress, cancellationToken)).ConfigureAwait(false));
    }

    public void Dispose()
    {
        Model.Dispose();
        _cache.Dispose();
        _loggers.Dispose();
    }

    private static RankingWeights? LoadWeights(ModelFolder folder, TextWriter errors)
    {
        var path = Path.Combine(folder.Path, RankingWeightsFile.FileName);
        var weights = File.Exists(path) ? RankingWeightsFile.Parse(File.ReadAllText(path)) : null;
        if (weights?.ModelSha256 == folder.Manifest.Sha256)
        {
            return weights;
        }

        errors.WriteLine($"warning: {path} {(weights is null ? "is missing or not readable" : "was fitted for another model file")}: only names and numbers are answered, the rest is suggested. Fit it with `tutorbot evaluate --fit FILE…`.");
        return null;
    }
}
