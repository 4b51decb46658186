using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TutorBot.Adapters.Tests.Embeddings;

/// <summary>
/// A small model of random weights in a folder of its own: each token's vector is its embedding plus the mean of all, so that pooling
/// and prefixes show. The graph is written by hand in ONNX's protocol buffers (onnx.proto).
/// </summary>
public sealed class TinyModel : IDisposable
{
    public const int Dimension = 16;
    public const string Output = "token_embeddings";

    private static readonly string[] Pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "query", "passage", ":", "what", "is", "a", "wren", "bird", "##s", "small"];

    private readonly float[] _weights;

    public TinyModel(int seed = 5)
    {
        var random = new Random(seed);
        _weights = [.. Enumerable.Range(0, Pieces.Length * Dimension).Select(_ => ((float)random.NextDouble() * 2) - 1)];
        File.WriteAllText(Path.Combine(Folder, "vocab.txt"), string.Join('\n', Pieces) + "\n");
        File.WriteAllBytes(Path.Combine(Folder, "tiny.onnx"), Model());
        WriteManifest(new Dictionary<string, object>());
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("tiny").FullName;

    /// <summary>Writes model.json, with other values for these keys.</summary>
    public void WriteManifest(Dictionary<string, object> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var manifest = new Dictionary<string, object>
        {
            ["id"] = "tiny", ["file"] = "tiny.onnx", ["sha256"] = Hash("tiny.onnx"), ["vocabulary"] = "vocab.txt", ["vocabularySha256"] = Hash("vocab.txt"),
            ["dimension"] = Dimension, ["pooling"] = "cls", ["queryPrefix"] = "query: ", ["passagePrefix"] = "passage: ", ["maxTokens"] = 12,
            ["lowerCase"] = true, ["output"] = Output, ["precision"] = "fp32",
        };
        foreach (var (key, value) in changes)
        {
            manifest[key] = value;
        }

        File.WriteAllText(Path.Combine(Folder, "model.json"), JsonSerializer.Serialize(manifest));
    }

    /// <summary>What the model must give for these pieces, computed here.</summary>
    public float[] Expected(bool isMean, params string[] pieces)
    {
        int[] ids = [.. pieces.Select(piece => Array.IndexOf(Pieces, piece))];
        var mean = Enumerable.Range(0, Dimension).Select(j => ids.Average(id => _weights[(id * Dimension) + j])).ToArray();
        var vector = Enumerable.Range(0, Dimension)
            .Select(j => (isMean ? mean[j] : _weights[(ids[0] * Dimension) + j]) + mean[j]).ToArray();
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return [.. vector.Select(x => x / length)];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))));

    private byte[] Model() =>
    [
        .. Number(1, 8),
        .. Bytes(7,
        [
            .. Bytes(1, [.. Text(1, "weights"), .. Text(1, "input_ids"), .. Text(2, "tokens"), .. Text(4, "Gather")]),
            .. Bytes(1,
            [
                .. Text(1, "tokens"), .. Text(2, "mean"), .. Text(4, "ReduceMean"),
                .. Bytes(5, [.. Text(1, "axes"), .. Number(8, 1), .. Number(20, 7)]),
                .. Bytes(5, [.. Text(1, "keepdims"), .. Number(3, 1), .. Number(20, 2)]),
            ]),
            .. Bytes(1, [.. Text(1, "tokens"), .. Text(1, "mean"), .. Text(2, Output), .. Text(4, "Add")]),
            .. Text(2, "tiny"),
            .. Bytes(5,
            [
                .. Number(1, Pieces.Length), .. Number(1, Dimension), .. Number(2, 1), .. Text(8, "weights"),
                .. Bytes(9, [.. _weights.SelectMany(BitConverter.GetBytes)]),
            ]),
            .. Bytes(11, Tensor("input_ids", 7, null)),
            .. Bytes(12, Tensor(Output, 1, Dimension)),
        ]),
        .. Bytes(8, [.. Text(1, ""), .. Number(2, 13)]),
    ];

    /// <summary>A named tensor of [batch, sequence] or [batch, sequence, width].</summary>
    private static byte[] Tensor(string name, int elementType, int? width) =>
    [
        .. Text(1, name),
        .. Bytes(2, Bytes(1,
        [
            .. Number(1, elementType),
            .. Bytes(2, [.. Bytes(1, Text(2, "batch")), .. Bytes(1, Text(2, "sequence")), .. width is { } known ? Bytes(1, Number(1, known)) : []]),
        ])),
    ];

    private static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(int field, byte[] content) => [.. Variable((field << 3) | 2), .. Variable(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Variable(field << 3), .. Variable(value)];

    private static IEnumerable<byte> Variable(int value)
    {
        for (; value > 127; value >>= 7)
        {
            yield return (byte)((value & 127) | 128);
        }

        yield return (byte)value;
    }
}
