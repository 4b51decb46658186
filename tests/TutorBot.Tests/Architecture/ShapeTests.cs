using System.Reflection;
using System.Text.RegularExpressions;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.TestSupport;

namespace TutorBot.Tests.Architecture;

/// <summary>Holds the code to its shape.</summary>
public sealed partial class ShapeTests
{
    private static readonly string[] Slices =
        ["Chat", "Cards", "Retrieval", "Zones", "People", "Telling", "Groups", "Schedules", "Memory", "Quizzes", "Leaderboards", "Recaps", "Privacy", "Settings", "Explanations", "Welcome", "Commands"];

    [Fact]
    public void Core_References_OnlyWhatItMay()
    {
        string[] allowed =
        [
            "Markdig", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options", "System.Numerics.Tensors",
        ];

        var foreign = typeof(Tutor).Assembly.GetReferencedAssemblies().Select(name => name.Name ?? "")
            .Where(name => !allowed.Contains(name) && !(name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine"));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Slices_KnowOnlySlicesBelowThem()
    {
        var above = new List<string>();
        foreach (var file in SourceFiles("src/TutorBot.Core"))
        {
            var slice = Array.IndexOf(Slices, Path.GetRelativePath(Repository.PathOf("src/TutorBot.Core"), file).Split(Path.DirectorySeparatorChar)[0]);
            above.AddRange(SliceUse().Matches(File.ReadAllText(file))
                .Where(match => Array.IndexOf(Slices, match.Groups[1].Value) > slice)
                .Select(match => $"{Path.GetFileName(file)} uses {match.Value}"));
        }

        Assert.Empty(above);
    }

    [Fact]
    public void Embeddings_KnowsNothingOfTheHost() => Assert.DoesNotContain(
        typeof(TutorBot.Embeddings.OnnxEmbeddingGenerator).Assembly.GetReferencedAssemblies(), name => name.Name is "tutorbot" or "Microsoft.AspNetCore");

    [Fact]
    public void Files_AreUnder400Lines() => Assert.Empty(
        SourceFiles("src").Concat(SourceFiles("tests")).Where(file => File.ReadLines(file).Count() > 400).Select(Path.GetFileName));

    [Fact]
    public void Files_StandInTheFolderOfTheirNamespace()
    {
        var elsewhere = SourceFiles("src").Concat(SourceFiles("tests"))
            .Select(file => (File: file, Namespace: NamespaceLine().Match(File.ReadAllText(file)).Groups[1].Value))
            .Where(pair => pair.Namespace.Length > 0)
            .Where(pair => !Path.GetDirectoryName(pair.File)!.Replace(Path.DirectorySeparatorChar, '.').EndsWith(pair.Namespace, StringComparison.Ordinal))
            .Select(pair => pair.File);

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void ConcreteTypesOfOurs_AreSealed() => Assert.Empty(
        typeof(Tutor).Assembly.GetTypes().Concat(typeof(TutorBot.Embeddings.OnnxEmbeddingGenerator).Assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && type.Namespace?.StartsWith("TutorBot", StringComparison.Ordinal) == true
                && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
                && !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.FullName));

    [Fact]
    public void Commands_AllHaveACaseInTheTutor()
    {
        var tutor = File.ReadAllText(Repository.PathOf("src/TutorBot.Core/Commands/Tutor.cs"));

        Assert.All(Concrete<Command>(), command => Assert.Matches($@"\b{command.Name}\b.*=>", tutor));
    }

    [Fact]
    public void Blocks_AllHaveACaseInEachRenderer()
    {
        foreach (var renderer in (string[])["src/TutorBot/Playground/HtmlRenderer.cs", "src/TutorBot/Cli/PlainText.cs"])
        {
            var source = File.ReadAllText(Repository.PathOf(renderer));
            Assert.All(Concrete<Block>(), block => Assert.Matches($@"\b{block.Name}\b.*=>", source));
        }
    }

    [Fact]
    public void Settings_AllStandInTheFileAndInTheReadme()
    {
        var keys = SettingKey().Matches(File.ReadAllText(Repository.PathOf("src/TutorBot/Settings/TutorSettings.cs")))
            .Select(match => match.Groups[1].Value).Distinct().ToList();
        var file = File.ReadAllText(Repository.PathOf("appsettings.json"));
        var readme = File.ReadAllText(Repository.PathOf("README.md"));

        Assert.True(keys.Count >= 6);
        Assert.All(keys, key =>
        {
            Assert.Contains($"\"{key.Split(':')[1]}\"", file, StringComparison.Ordinal);
            Assert.Contains(key, readme, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Readme_FilesItNames_Exist()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var missing = PathInReadme().Matches(readme).Select(match => match.Groups[1].Value.TrimEnd('/'))
            .Where(path => !File.Exists(Repository.PathOf(path)) && !Directory.Exists(Repository.PathOf(path)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Readme_Commands_AreThoseOfTheCatalog()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));

        Assert.All(CommandCatalog.All, command => Assert.Contains($"| `{command.Example}` | {command.Summary} |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Content_EveryDeck_ParsesClean() => Assert.Empty(new Core.Cards.DeckFolder(Repository.PathOf("content/decks")).Load().Problems);

    private static IEnumerable<Type> Concrete<T>() => typeof(T).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T)));

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));

    [GeneratedRegex(@"TutorBot\.Core\.(\w+)")]
    private static partial Regex SliceUse();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"""((?:Decks|Model|Data|Database|Quiz|Playground|Chat):\w+)""")]
    private static partial Regex SettingKey();

    [GeneratedRegex(@"`((?:src|tests|content|docs|\.ci)/[\w./-]*)`")]
    private static partial Regex PathInReadme();
}
