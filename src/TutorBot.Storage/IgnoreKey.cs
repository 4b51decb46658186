using System.Security.Cryptography;
using System.Text;
using TutorBot.Core.Chat;

namespace TutorBot.Storage;

/// <summary>The secret under which ids of ignored people are hashed: without it the hashes tell nothing.</summary>
/// <param name="bytes">At least 32.</param>
public sealed class IgnoreKey(byte[] bytes)
{
    private const int Length = 32;

    /// <summary>Reads the key of a file, made at the first start with rights for its owner alone.</summary>
    public static IgnoreKey Open(string file)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(Length));
        }

        return new IgnoreKey(File.ReadAllBytes(file));
    }

    /// <summary>The hash of a person.</summary>
    public string HashOf(UserRef who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Convert.ToHexStringLower(HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes($"{who.Platform}\n{who.Realm}\n{who.Id}")));
    }
}
