using System.Text;

namespace TutorBot.Embeddings;

/// <summary>What an ONNX file says of its weights, read from its protocol buffers (onnx.proto) without loading it.</summary>
/// <param name="HasInt8Weights">Whether any matrix of weights is of 8-bit integers.</param>
/// <param name="Positions">The longest text in tokens for which it has position embeddings, or null where it does not say.</param>
internal sealed record GraphFacts(bool HasInt8Weights, int? Positions)
{
    private const int Graph = 7;
    private const int Initializer = 5;
    private const int Dimensions = 1;
    private const int DataType = 2;
    private const int Name = 8;
    private const int UnsignedByte = 2;
    private const int SignedByte = 3;

    /// <summary>Reads a file; null where it is none of this format.</summary>
    public static GraphFacts? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Model(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private static GraphFacts Model(FileStream stream)
    {
        var facts = new GraphFacts(false, null);
        foreach (var end in Messages(stream, stream.Length, Graph))
        {
            foreach (var weightsEnd in Messages(stream, end, Initializer))
            {
                facts = facts.With(stream, weightsEnd);
            }
        }

        return facts;
    }

    private GraphFacts With(FileStream stream, long end)
    {
        var (sizes, type, name) = (new List<long>(), 0L, "");
        while (stream.Position < end)
        {
            switch (Number(stream))
            {
                case (Dimensions << 3) | 0:
                    sizes.Add(Number(stream));
                    break;
                case (Dimensions << 3) | 2:
                    for (var packedEnd = Number(stream) + stream.Position; stream.Position < packedEnd;)
                    {
                        sizes.Add(Number(stream));
                    }

                    break;
                case (DataType << 3) | 0:
                    type = Number(stream);
                    break;
                case (Name << 3) | 2:
                    var bytes = new byte[Math.Clamp(Number(stream), 0, end - stream.Position)];
                    stream.ReadExactly(bytes);
                    name = Encoding.UTF8.GetString(bytes);
                    break;
                case var other:
                    Skip(stream, other, end);
                    break;
            }
        }

        return sizes.Count != 2 ? this : new GraphFacts(
            HasInt8Weights || type is UnsignedByte or SignedByte,
            name.Contains("position_embedding", StringComparison.OrdinalIgnoreCase) ? (int)Math.Min(int.MaxValue, sizes[0]) : Positions);
    }

    /// <summary>Stops at the start of each message of one field, and gives where it ends.</summary>
    private static IEnumerable<long> Messages(FileStream stream, long end, int field)
    {
        while (stream.Position < end)
        {
            var key = Number(stream);
            if (key == ((field << 3) | 2))
            {
                var messageEnd = Math.Min(end, Number(stream) + stream.Position);
                yield return messageEnd;
                stream.Position = messageEnd;
            }
            else
            {
                Skip(stream, key, end);
            }
        }
    }

    private static void Skip(FileStream stream, long key, long end)
    {
        var length = (key & 7) switch
        {
            0 => Number(stream) * 0,
            1 => 8,
            2 => Number(stream),
            5 => 4,
            _ => throw new InvalidDataException(),
        };
        if (length < 0 || length > end - stream.Position)
        {
            throw new InvalidDataException();
        }

        stream.Position += length;
    }

    private static long Number(FileStream stream)
    {
        var number = 0L;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = stream.ReadByte();
            if (part < 0)
            {
                throw new EndOfStreamException();
            }

            number |= (long)(part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }

        throw new InvalidDataException();
    }
}
