using System.Globalization;
using TutorBot.KillTest;

switch (args)
{
    case ["worker", var folder, var worker]:
        await ChildWorker.RunAsync(folder, worker);
        return 0;
    case ["discord-worker", var folder, var api, var token, var shift]:
        await DiscordChild.RunAsync(folder, new Uri(api), token, TimeSpan.Parse(shift, CultureInfo.InvariantCulture));
        return 0;
    case ["run" or "run-two-on-postgres", var kills] when int.TryParse(kills, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
        var (counts, problems) = args[0] == "run" ? await KillRun.RunAsync(number, Console.Error) : await KillRun.RunTwoOnPostgresAsync(number, Console.Error);
        Console.WriteLine(counts);
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(problems.Count == 0 ? "every promise was kept" : $"{problems.Count} promises were broken");
        return problems.Count == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/TutorBot.KillTest -- (run | run-two-on-postgres) KILLS");
        return 2;
}
