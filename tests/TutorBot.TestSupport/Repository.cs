namespace TutorBot.TestSupport;

/// <summary>Finds the project's own files, wherever the tests run.</summary>
public static class Repository
{
    /// <summary>
    /// The folder of TutorBot.sln, found by walking up from the test's output: <c>[CallerFilePath]</c> is <c>/_/…</c> in
    /// a deterministic build.
    /// </summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder of the repository.</summary>
    /// <param name="relative">With forward slashes, from the root.</param>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TutorBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("TutorBot.sln is not above " + AppContext.BaseDirectory);
    }
}
