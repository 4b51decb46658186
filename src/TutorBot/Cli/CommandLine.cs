using System.CommandLine;
using System.CommandLine.Parsing;
using TutorBot.Embeddings;
using TutorBot.Settings;
using TutorBot.Storage;

namespace TutorBot.Cli;

/// <summary>The verbs of <c>tutorbot</c>; exit code 0: done, 1: it ran and found something wrong, 2: called wrongly.</summary>
internal static class CommandLine
{
    private const int Found = 1;
    private const int CalledWrongly = 2;

    /// <summary>A question may start with @: that names no file of arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("A chat tutor that answers from flashcards and asks back")
        {
            RunCommand.Create(),
            AskCommand.Create(),
            EvaluateCommand.Create(),
            EmbedCommand.Create(),
            DecksCommand.Create(),
            QuizCommand.Create(),
            CommandsCommand.Create(),
            DoctorCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => RunCommand.RunAsync(cancellationToken));
        var result = root.Parse(args, Parsing);
        IReadOnlyList<string> errors = result.Errors.Count > 0 ? [.. result.Errors.Select(error => error.Message)] : [.. UnknownOptions(result, args)];
        if (errors.Count > 0)
        {
            return await CalledWronglyAsync(root, result, errors);
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            return await CalledWronglyAsync(root, result, [e.Message]);
        }
        catch (SettingsException e)
        {
            await ReportAsync(e.Problems);
            return Found;
        }
        catch (ModelException e)
        {
            await ReportAsync(e.Problems);
            return Found;
        }
        catch (DatabaseException e)
        {
            await ReportAsync([e.Message]);
            return Found;
        }
        catch (OperationCanceledException)
        {
            return Found;
        }
    }

    private static async Task ReportAsync(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"error: {problem}");
        }
    }

    /// <summary>The mistakes, and the usage of the verb that was meant.</summary>
    private static async Task<int> CalledWronglyAsync(RootCommand root, ParseResult result, IReadOnlyList<string> errors)
    {
        await ReportAsync(errors);
        var path = new Stack<string>();
        for (var verb = result.CommandResult; verb.Command != root && verb.Parent is CommandResult parent; verb = parent)
        {
            path.Push(verb.Command.Name);
        }

        await root.Parse([.. path, "--help"]).InvokeAsync(new InvocationConfiguration { Output = Console.Error });
        return CalledWrongly;
    }

    /// <summary>Words with a dash that no option takes: to the parser they are texts, to people mistyped options.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult result, string[] args)
    {
        var dashes = Array.IndexOf(args, "--");
        var behindDashes = dashes < 0 ? 0 : args.Length - dashes - 1;
        return result.CommandResult.Tokens.SkipLast(behindDashes)
            .Where(token => token.Value.Length > 1 && token.Value[0] == '-')
            .Select(token => $"There is no option {token.Value}. Write a text that starts with a dash after \"--\", as in -- \"{token.Value}\".");
    }
}
