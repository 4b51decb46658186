using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TutorBot.Core.Retrieval;

namespace TutorBot.Embeddings;

/// <summary>
/// Keeps passages in one file for each fingerprint: records are appended, each with a checksum, so that a crash costs at
/// most the last one. If another process writes the file, this one reads only. Safe for concurrent callers.
/// </summary>
/// <param name="folder">Where the files lie; created when first needed.</param>
public sealed class FilePassageCache(string folder) : IPassageCache, IDisposable
{
    private const int HashSize = 32;
    private const int GreatestRecord = 64 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyList<PassageVectors>> _passages = new(StringComparer.Ordinal);
    private string? _fingerprint;
    private FileStream? _file;

    /// <summary>Whether what is kept also reaches the disk; false where the folder cannot be written.</summary>
    public bool IsWritable { get; private set; } = true;

    /// <inheritdoc/>
    public IReadOnlyList<PassageVectors>? Find(string fingerprint, string text)
    {
        var key = Key(text);
        lock (_lock)
        {
            Open(fingerprint);
            return _passages.GetValueOrDefault(key);
        }
    }

    /// <inheritdoc/>
    public void Keep(string fingerprint, string text, IReadOnlyList<PassageVectors> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var key = Key(text);
        lock (_lock)
        {
            Open(fingerprint);
            if (!_passages.TryAdd(key, windows) || _file is null)
            {
                return;
            }

            try
            {
                Append(_file, key, windows);
            }
            catch (IOException)
            {
                IsWritable = false;
                Close();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            Close();
        }
    }

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Close()
    {
        _file?.Dispose();
        _file = null;
    }

    private void Open(string fingerprint)
    {
        if (fingerprint == _fingerprint)
        {
            return;
        }

        Close();
        _passages.Clear();
        _fingerprint = fingerprint;
        var path = Path.Combine(folder, fingerprint + ".passages");
        try
        {
            Directory.CreateDirectory(folder);
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16);
            _file.SetLength(Read(_file));
            _file.Seek(0, SeekOrigin.End);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            IsWritable = false;
            Close();
            ReadOnly(path);
        }
    }

    private void ReadOnly(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16);
            Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without a cache everything is embedded again: slower, not wrong.
            _passages.Clear();
        }
    }

    /// <summary>Reads all whole records; returns how far they reach.</summary>
    private long Read(FileStream file)
    {
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        var good = 0L;
        while (file.Length - file.Position >= sizeof(int) + HashSize)
        {
            var length = reader.ReadInt32();
            if (length is < HashSize or > GreatestRecord || file.Length - file.Position < length + HashSize)
            {
                break;
            }

            var record = reader.ReadBytes(length);
            if (!reader.ReadBytes(HashSize).AsSpan().SequenceEqual(SHA256.HashData(record)))
            {
                break;
            }

            Take(record);
            good = file.Position;
        }

        return good;
    }

    private void Take(byte[] record)
    {
        using var reader = new BinaryReader(new MemoryStream(record));
        var key = Convert.ToHexStringLower(reader.ReadBytes(HashSize));
        var windows = new PassageVectors[reader.ReadInt32()];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = new PassageVectors(ReadArray<float>(reader), ReadArray<ulong>(reader), ReadArray<int>(reader));
        }

        _passages[key] = windows;
    }

    private static void Append(FileStream file, string key, IReadOnlyList<PassageVectors> windows)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Convert.FromHexString(key));
        writer.Write(windows.Count);
        foreach (var window in windows)
        {
            WriteArray(writer, window.Vector);
            WriteArray(writer, window.SignBits);
            WriteArray(writer, window.TokenStarts);
        }

        writer.Flush();
        var record = memory.ToArray();
        file.Write(BitConverter.GetBytes(record.Length));
        file.Write(record);
        file.Write(SHA256.HashData(record));
        file.Flush();
    }

    private static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var array = new T[reader.ReadInt32()];
        reader.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    private static void WriteArray<T>(BinaryWriter writer, T[] array)
        where T : unmanaged
    {
        writer.Write(array.Length);
        writer.Write(MemoryMarshal.AsBytes(array.AsSpan()));
    }
}
