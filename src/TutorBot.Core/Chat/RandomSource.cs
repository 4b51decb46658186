using System.Buffers.Binary;

namespace TutorBot.Core.Chat;

/// <summary>Where ids, seeds and salts come from.</summary>
/// <param name="bytes">Gives so many bytes; in the product from a cryptographic generator.</param>
public sealed class RandomSource(Func<int, byte[]> bytes)
{
    /// <summary>Characters of a code.</summary>
    public const int CodeLength = 8;

    /// <summary>26 hex digits, 104 bits: what two draws never share.</summary>
    public string NewId() => Convert.ToHexStringLower(bytes(13));

    /// <summary>32 hex digits, 128 bits: what nobody guesses.</summary>
    public string NewSalt() => Convert.ToHexStringLower(bytes(16));

    /// <summary>Any number from 0 on.</summary>
    public long NewSeed() => BinaryPrimitives.ReadInt64LittleEndian(bytes(8)) & long.MaxValue;

    /// <summary>Eight letters and digits that are not mistaken for each other, to be typed by people.</summary>
    public string NewCode()
    {
        const string letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
        return string.Concat(bytes(CodeLength).Select(value => letters[value % letters.Length]));
    }
}
