using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using TutorBot.Core.Retrieval;

namespace TutorBot.Embeddings;

/// <summary>
/// A sentence-transformer of the BERT family on ONNX Runtime: whole texts for Microsoft.Extensions.AI, tokens for late
/// interaction. One session, one thread a run, never any padding. Safe for concurrent callers.
/// </summary>
public sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>, ITokenEncoder
{
    /// <summary>
    /// The key in <see cref="EmbeddingGenerationOptions.AdditionalProperties"/> that says which side a text stands on: a
    /// <see cref="TextKind"/>. Without it a text is a passage.
    /// </summary>
    public const string TextKindKey = "textKind";

    private const int WindowOverlap = 32;
    private static readonly string[] KnownInputs = ["input_ids", "attention_mask", "token_type_ids"];

    private readonly ModelManifest _manifest;
    private readonly WordPieceTokenizer _tokenizer;
    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly int[] _queryPrefix;
    private readonly int[] _passagePrefix;
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private readonly ConcurrentBag<OnnxRunner> _runners = [];
    private readonly ConcurrentBag<EncodedText> _texts = [];

    private OnnxEmbeddingGenerator(ModelFolder folder, InferenceSession session, WordPieceTokenizer tokenizer, string version)
    {
        _manifest = folder.Manifest;
        _session = session;
        _tokenizer = tokenizer;
        _inputs = [.. session.InputMetadata.Keys];
        _queryPrefix = Body(_manifest.QueryPrefix);
        _passagePrefix = Body(_manifest.PassagePrefix);
        var made = string.Join('\n', _manifest.Sha256, _manifest.VocabularySha256, version, _manifest.Pooling, _manifest.Output,
            _manifest.QueryPrefix, _manifest.PassagePrefix, _manifest.MaxTokens, _manifest.LowerCase);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)));
    }

    /// <inheritdoc/>
    public int Dimension => _manifest.Dimension;

    /// <inheritdoc/>
    public string ModelSha256 => _manifest.Sha256;

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <summary>Loads a model and warms it up.</summary>
    /// <exception cref="ModelException">It cannot be used on this machine, or is not what its manifest says.</exception>
    public static OnnxEmbeddingGenerator Load(ModelFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        NativeLibrary.RequireGlobalization();
        var version = NativeLibrary.Version();
        var tokenizer = LoadTokenizer(folder);
        var session = LoadSession(folder);
        var problems = Problems(folder, session.InputMetadata, session.OutputMetadata);
        if (problems.Count > 0)
        {
            session.Dispose();
            throw new ModelException(problems);
        }

        var generator = new OnnxEmbeddingGenerator(folder, session, tokenizer, version);
        generator.WarmUp(folder);
        return generator;
    }

    /// <inheritdoc/>
    public bool IsWholeWord(ReadOnlySpan<char> word) => _tokenizer.IsWholeWord(word);

    /// <summary>The ids of a text between [CLS] and [SEP], cut at the greatest length; without a prefix.</summary>
    public int[] Tokenize(string text)
    {
        var (ids, tokens) = (new int[_manifest.MaxTokens], new TokenSpan[_manifest.MaxTokens]);
        return ids[.._tokenizer.Tokenize(text, ids, tokens)];
    }

    /// <inheritdoc/>
    public EncodedText Encode(string text, TextKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prefix = Prefix(kind);
        var ids = ArrayPool<int>.Shared.Rent(_manifest.MaxTokens);
        var tokens = ArrayPool<TokenSpan>.Shared.Rent(_manifest.MaxTokens);
        try
        {
            var count = _tokenizer.Tokenize(text, ids.AsSpan(0, _manifest.MaxTokens - prefix.Length), tokens);
            return Run(ids.AsSpan(0, count), tokens.AsSpan(0, count), prefix);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ids);
            ArrayPool<TokenSpan>.Shared.Return(tokens);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<EncodedText> EncodeWindows(string text, TextKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prefix = Prefix(kind);
        var room = WordPieceTokenizer.GreatestTokenCount(text.Length);
        var (ids, tokens) = (new int[room], new TokenSpan[room]);
        var count = _tokenizer.Tokenize(text, ids, tokens);
        var body = _manifest.MaxTokens - 2 - prefix.Length;
        var stride = Math.Max(1, body - WindowOverlap);
        var windows = new List<EncodedText>();
        var (windowIds, windowTokens) = (new int[body + 2], new TokenSpan[body + 2]);
        for (var start = 1; start == 1 || start + WindowOverlap < count - 1; start += stride)
        {
            // The body lies between the special tokens, which every window gets for itself.
            var length = Math.Min(body, count - 1 - start);
            ids.AsSpan(start, length).CopyTo(windowIds.AsSpan(1));
            tokens.AsSpan(start, length).CopyTo(windowTokens.AsSpan(1));
            (windowIds[0], windowTokens[0]) = (ids[0], default);
            (windowIds[length + 1], windowTokens[length + 1]) = (ids[count - 1], default);
            windows.Add(Run(windowIds.AsSpan(0, length + 2), windowTokens.AsSpan(0, length + 2), prefix));
        }

        return windows;
    }

    /// <summary>The vectors of whole texts, of unit length; a text longer than the model reads is cut.</summary>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var kind = options?.AdditionalProperties?.TryGetValue(TextKindKey, out var value) == true && value is TextKind known
            ? known
            : TextKind.Passage;
        return Task.Run(
            () =>
            {
                var embeddings = new GeneratedEmbeddings<Embedding<float>>();
                foreach (var text in values)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    using var encoded = Encode(text, kind);
                    embeddings.Add(new Embedding<float>(encoded.Vector.ToArray()) { ModelId = _manifest.Id });
                }

                return embeddings;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("onnx", null, _manifest.Id, Dimension)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var runner in _runners)
        {
            runner.Dispose();
        }

        _session.Dispose();
        _places.Dispose();
    }

    private static WordPieceTokenizer LoadTokenizer(ModelFolder folder)
    {
        try
        {
            return new WordPieceTokenizer(File.ReadAllLines(folder.VocabularyPath), folder.Manifest.LowerCase);
        }
        catch (ArgumentException e)
        {
            throw new ModelException([$"{folder.VocabularyPath}: {e.Message}"], e);
        }
    }

    /// <summary>The session with the settings that suit short texts.</summary>
    internal static InferenceSession LoadSession(ModelFolder folder)
    {
        // RETRIEVAL.md §7: for short texts a second thread costs more than it saves, and spinning burns a core.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            return new InferenceSession(folder.GraphPath, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException([$"{folder.GraphPath} cannot be loaded: {e.Message.Split('\n')[0]}. Export the model to ONNX again."], e);
        }
    }

    /// <summary>What the graph has against a manifest that is wrong already.</summary>
    /// <param name="folder">The manifest's wrong values are empty or zero.</param>
    /// <param name="isMeant">Whether the file is the one that the manifest means; if not, that it cannot be loaded is no news.</param>
    internal static IReadOnlyList<string> Problems(ModelFolder folder, bool isMeant)
    {
        try
        {
            NativeLibrary.Version();
            if (folder.Manifest.File.Length == 0 || !File.Exists(folder.GraphPath))
            {
                return [];
            }

            using var session = LoadSession(folder);
            return Problems(folder, session.InputMetadata, session.OutputMetadata);
        }
        catch (ModelException e)
        {
            return isMeant ? e.Problems : [];
        }
    }

    private static List<string> Problems(
        ModelFolder folder, IReadOnlyDictionary<string, NodeMetadata> inputs, IReadOnlyDictionary<string, NodeMetadata> outputs)
    {
        var problems = new List<string>();
        var unknown = inputs.Keys.Except(KnownInputs).ToList();
        if (unknown.Count > 0 || !inputs.ContainsKey("input_ids"))
        {
            problems.Add($"{folder.GraphPath} wants the inputs {string.Join(", ", inputs.Keys)}; a BERT model has {string.Join(", ", KnownInputs)}. Use a model of the BERT family.");
        }

        if (folder.Manifest.Output.Length == 0)
        {
            return problems;
        }

        if (!outputs.TryGetValue(folder.Manifest.Output, out var output))
        {
            problems.Add($"{folder.GraphPath} has no output \"{folder.Manifest.Output}\"; it has {string.Join(", ", outputs.Keys)}. Set \"output\" in {ModelManifest.FileName} to the one with a vector for each token.");
        }
        else if (output.ElementType != typeof(float) || output.Dimensions.Length != 3)
        {
            problems.Add($"{folder.GraphPath}: the output \"{folder.Manifest.Output}\" is not [batch, sequence, dimension] in float32. Set \"output\" in {ModelManifest.FileName} to the one with a vector for each token.");
        }
        else if (folder.Manifest.Dimension > 0 && output.Dimensions[2] > 0 && output.Dimensions[2] != folder.Manifest.Dimension)
        {
            problems.Add($"{folder.GraphPath} gives vectors of {output.Dimensions[2]} numbers; \"dimension\" in {ModelManifest.FileName} says {folder.Manifest.Dimension}. Set it to {output.Dimensions[2]}.");
        }

        return problems;
    }

    private void WarmUp(ModelFolder folder)
    {
        try
        {
            foreach (var words in (ReadOnlySpan<int>)[6, 14, 30])
            {
                Encode(string.Concat(Enumerable.Repeat("a ", words)), TextKind.Query).Dispose();
            }
        }
        catch (OnnxRuntimeException e)
        {
            Dispose();
            throw new ModelException(
                [$"{folder.GraphPath} does not run as {ModelManifest.FileName} says (dimension {Dimension}, output \"{_manifest.Output}\"): {e.Message.Split('\n')[0]}. Compare the manifest with the model's own description."],
                e);
        }
    }

    private int[] Prefix(TextKind kind) => kind == TextKind.Query ? _queryPrefix : _passagePrefix;

    /// <summary>The ids of a prefix without the special tokens.</summary>
    private int[] Body(string prefix) => prefix.Length == 0 ? [] : Tokenize(prefix)[1..^1];

    private EncodedText Run(ReadOnlySpan<int> ids, ReadOnlySpan<TokenSpan> tokens, int[] prefix)
    {
        var count = ids.Length + prefix.Length;
        var encoded = _texts.TryTake(out var used) ? used : new EncodedText(Dimension, _texts.Add);
        var (tokenRoom, stateRoom, vectorRoom) = encoded.Reset(count);
        var all = ArrayPool<int>.Shared.Rent(count);
        all[0] = ids[0];
        prefix.CopyTo(all.AsSpan(1));
        ids[1..].CopyTo(all.AsSpan(1 + prefix.Length));
        tokenRoom.Span[..(1 + prefix.Length)].Clear();
        tokens[1..].CopyTo(tokenRoom.Span[(1 + prefix.Length)..]);
        _places.Wait();
        try
        {
            var runner = _runners.TryTake(out var free)
                ? free
                : new OnnxRunner(_session, _inputs, _manifest.Output, _manifest.MaxTokens, Dimension);
            Pool(runner.Run(all.AsSpan(0, count)), stateRoom.Span, vectorRoom.Span);
            _runners.Add(runner);
        }
        finally
        {
            _places.Release();
            ArrayPool<int>.Shared.Return(all);
        }

        return encoded;
    }

    private void Pool(ReadOnlySpan<float> states, Span<float> tokenVectors, Span<float> vector)
    {
        vector.Clear();
        for (var start = 0; start < states.Length; start += Dimension)
        {
            var state = states.Slice(start, Dimension);
            if (_manifest.Pooling == Pooling.Mean || start == 0)
            {
                TensorPrimitives.Add(vector, state, vector);
            }

            Normalize(state, tokenVectors.Slice(start, Dimension));
        }

        Normalize(vector, vector);
    }

    private static void Normalize(ReadOnlySpan<float> vector, Span<float> unit)
    {
        var length = TensorPrimitives.Norm(vector);
        if (length > 0 && float.IsFinite(length))
        {
            TensorPrimitives.Divide(vector, length, unit);
            return;
        }

        throw new InvalidOperationException("The model gave a vector without a direction. Its file is damaged, or its graph is not one for texts.");
    }
}
