using TutorBot.Core.Cards;

namespace TutorBot.Core.Tests.Cards;

public sealed class DeckFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("decks").FullName;
    private readonly DeckFolder _decks;

    public DeckFolderTests() => _decks = new DeckFolder(_folder);

    [Fact]
    public void Load_FileThatBecameUnreadable_KeepsItsLastGoodVersionAndSaysSo()
    {
        Write("birds.md", "# Birds\n\n## 1. Wren\n**Definition**\nSmall.\n");
        _decks.Load();
        File.WriteAllBytes(Path.Combine(_folder, "birds.md"), [0, 1, 2]);

        var library = _decks.Load();

        Assert.Equal("Wren", Assert.Single(library.Cards).Title);
        Assert.Contains(library.Problems, problem => problem.What.Contains("last good version", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_RenamedFile_KeepsTheDecksId()
    {
        Write("birds.md", "# Birds\n\n## 1. Wren\n**Definition**\nSmall.\n\n## 2. Thrush\n**Definition**\nSings.\n");
        _decks.Load();
        File.Move(Path.Combine(_folder, "birds.md"), Path.Combine(_folder, "small-birds.md"));

        Assert.Equal(["birds#1", "birds#2"], _decks.Load().Cards.Select(card => card.Id.ToString()));
    }

    [Fact]
    public void Load_DeletedFile_IsGone()
    {
        Write("birds.md", "# Birds\n\n## 1. Wren\n**Definition**\nSmall.\n");
        _decks.Load();
        File.Delete(Path.Combine(_folder, "birds.md"));

        Assert.Empty(_decks.Load().Cards);
    }

    [Fact]
    public void Load_TwoDecksWithOneIdOrOneName_SaysSoAndUsesTheFirst()
    {
        Write("a.md", "Id: birds\n\n# Birds\n\n## 1. Wren\n**Definition**\nSmall.\n");
        Write("b.md", "Id: birds\n\n# Fish\n\n## 1. Cod\n**Definition**\nSwims.\n");
        Write("c.md", "# Birds\n\n## 1. Owl\n**Definition**\nHoots.\n");

        var library = _decks.Load();

        Assert.Equal(["a.md", "c.md"], library.Decks.Select(deck => deck.FileName));
        Assert.Equal(["b.md", "c.md"], library.Problems.Select(problem => problem.FileName));
        Assert.Equal([true, false], library.Problems.Select(problem => problem.IsError));
    }

    [Fact]
    public void Load_BrokenAndGoodFiles_ReportsAllAndKeepsTheGood()
    {
        Write("bad.md", "no cards here");
        Write("empty.md", "");
        Write("good.md", "# Good\n\n## 1. A\n**Definition**\nx\n");

        var library = _decks.Load();

        Assert.Equal("good", Assert.Single(library.Decks).Id);
        Assert.Equal(["bad.md", "empty.md"], library.Problems.Select(problem => problem.FileName));
    }

    [Fact]
    public void Load_NoFolder_NamesTheSetting() =>
        Assert.Contains("Decks:Folder", Assert.Single(new DeckFolder(_folder + "-not").Load().Problems).Remedy, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
