using System.Globalization;
using TutorBot.KillTest;

switch (args)
{
    case ["worker", var folder]:
        await ChildWorker.RunAsync(folder);
        return 0;
    case ["run", var kills] when int.TryParse(kills, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
        var (counts, problems) = await KillRun.RunAsync(number, Console.Error);
        Console.WriteLine(counts);
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(problems.Count == 0 ? "every promise was kept" : $"{problems.Count} promises were broken");
        return problems.Count == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/TutorBot.KillTest -- run KILLS");
        return 2;
}
