using System.CommandLine;
using System.Globalization;
using System.Text;
using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;
using TutorBot.Settings;

namespace TutorBot.Cli;

/// <summary><c>tutorbot embed</c>: one text a line on standard input → tokens and vector of each, in order.</summary>
internal static class EmbedCommand
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var escaped = new Option<bool>("--escaped") { Description = @"Read \n, \r, \\ and \uXXXX in the lines as the characters they name" };
        var command = new Command("embed", "Tokens and vector of each line of standard input") { json, escaped };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(json), result.GetValue(escaped), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool isJson, bool isEscaped, CancellationToken cancellationToken)
    {
        var settings = StartCheck.Read(SettingsSources.Build(), null, mustKeep: false, Console.Error);
        var (_, model) = await TutorParts.LoadModelAsync(settings, Console.Error).ConfigureAwait(false);
        using (model)
        {
            // On a terminal the results themselves show how far it is.
            return Console.IsOutputRedirected && Console.IsInputRedirected
                ? await LongWork.RunAsync("embedded", null, Console.Error, progress => EmbedAsync(model, isJson, isEscaped, progress, cancellationToken)).ConfigureAwait(false)
                : await EmbedAsync(model, isJson, isEscaped, null, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> EmbedAsync(
        OnnxEmbeddingGenerator model, bool isJson, bool isEscaped, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // Latin 1 keeps each byte as it is, so that lines can be told apart before they are decoded one by one.
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        for (var number = 1; await input.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } bytes; number++)
        {
            if (Decode(bytes) is not { } line)
            {
                Console.Error.WriteLine($"error: standard input({number.ToString(CultureInfo.InvariantCulture)}): this is not UTF-8. Save the texts as UTF-8, without a byte order mark.");
                return 1;
            }

            var text = isEscaped ? Unescape(line) : line;
            using var encoded = model.Encode(text, TextKind.Query);
            var ids = model.Tokenize(text);
            Console.Out.WriteLine(isJson
                ? JsonOutput.Of(new { text, ids, vector = encoded.Vector.ToArray() })
                : string.Create(CultureInfo.InvariantCulture, $"{ids.Length} tokens, {encoded.Dimension} numbers: {string.Join(' ', encoded.Vector[..Math.Min(8, encoded.Dimension)].ToArray().Select(value => value.ToString("F4", CultureInfo.InvariantCulture)))} …"));
            progress?.Report(number);
        }

        return 0;
    }

    private static string? Decode(string bytes)
    {
        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Decodes the four escapes; anything else after a backslash stays as it is.</summary>
    internal static string Unescape(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var next = line[i] == '\\' && i + 1 < line.Length ? line[i + 1] : '\0';
            if (next is 'n' or 'r' or '\\')
            {
                text.Append(next switch { 'n' => '\n', 'r' => '\r', _ => '\\' });
                i++;
            }
            else if (next == 'u' && i + 5 < line.Length
                && ushort.TryParse(line.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 5;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return text.ToString();
    }
}
