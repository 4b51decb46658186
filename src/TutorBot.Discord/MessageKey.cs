using System.Security.Cryptography;
using System.Text;

namespace TutorBot.Discord;

/// <summary>
/// What names a message of ours to Discord: as its nonce, by which it is posted once within some minutes, and in the ids of its
/// buttons, by which it is found again after longer. Source: Discord's create message, <c>nonce</c> and <c>enforce_nonce</c>.
/// </summary>
internal static class MessageKey
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Of 25 characters, which is Discord's limit, we use 23: a letter and 110 bits.</summary>
    private const int Characters = 22;

    /// <summary>The key of a nonce of the core.</summary>
    public static string Of(string nonce)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(nonce));
        var key = new StringBuilder("c", Characters + 1);
        for (var i = 0; i < Characters; i++)
        {
            // Five bits each, from the first on.
            var bit = i * 5;
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            key.Append(Alphabet[(pair >> (11 - (bit % 8))) & 31]);
        }

        return key.ToString();
    }

    /// <summary>The part that stands in ids of buttons.</summary>
    public static string Mark(string key) => key[..9];
}
