using TutorBot.Benchmarks;

return args switch
{
    ["retrieval"] => await RetrievalBenchmark.RunAsync(isJson: false),
    ["retrieval", "--json"] => await RetrievalBenchmark.RunAsync(isJson: true),
    ["retrieval-part", var part] => await RetrievalParts.RunAsync(part),
    ["quiz"] => await QuizBenchmark.RunAsync(isJson: false),
    ["quiz", "--json"] => await QuizBenchmark.RunAsync(isJson: true),
    ["quiz-part", var part, .. var arguments] => await QuizParts.RunAsync(part, arguments),
    ["discord", .. var options] when DiscordLoadSettings.Read(options) is { } settings => await DiscordBenchmark.RunAsync(settings),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/TutorBot.Benchmarks -- ((retrieval | quiz) [--json] | discord [--rate N] [--seconds N] [--json])");
    return 2;
}
