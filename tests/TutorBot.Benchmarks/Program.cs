using TutorBot.Benchmarks;

return args switch
{
    ["retrieval"] => await RetrievalBenchmark.RunAsync(isJson: false),
    ["retrieval", "--json"] => await RetrievalBenchmark.RunAsync(isJson: true),
    ["retrieval-part", var part] => await RetrievalParts.RunAsync(part),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/TutorBot.Benchmarks -- retrieval [--json]");
    return 2;
}
