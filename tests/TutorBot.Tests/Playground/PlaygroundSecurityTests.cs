using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TutorBot.Settings;
using TutorBot.TestSupport;

namespace TutorBot.Tests.Playground;

public sealed class PlaygroundSecurityTests(PlaygroundHost host) : IClassFixture<PlaygroundHost>
{
    private static readonly HttpClient Client = new();

    [Fact]
    public async Task Get_Page_ForbidsInlineScriptsAndFrames()
    {
        var response = await Client.GetAsync(new Uri(host.Address));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ForeignHost_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Address) { Headers = { Host = "evil.example" } };

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Post_FromAnotherSite_IsRefused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Address}/messages?person=ada") { Content = new StringContent("x") };
        request.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("nobody", 1, HttpStatusCode.BadRequest)]
    [InlineData("ada", 40_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("ada", 10_000, HttpStatusCode.NoContent)]
    public async Task Post_SizeAndPerson_AreChecked(string person, int length, HttpStatusCode expected)
    {
        using var content = new StringContent(new string('x', length));

        Assert.Equal(expected, (await Client.PostAsync(new Uri($"{host.Address}/messages?person={person}"), content)).StatusCode);
    }

    [Fact]
    public async Task Post_HundredAtOnce_AreSlowedDown()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 100; i++)
        {
            using var content = new StringContent("/help");
            answers.Add((await Client.PostAsync(new Uri($"{host.Address}/messages?person=alan"), content)).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task Get_WithPasswordSet_AsksForIt()
    {
        var data = Directory.CreateTempSubdirectory("tutorbot").FullName;
        await using (var worker = await Worker.StartAsync(
            new TutorSettings(Repository.PathOf("content/decks"), Repository.PathOf("content/models/tutor-minilm-l6-v1"), data, true, new Uri("http://127.0.0.1:0"), "open sesame"),
            TextWriter.Null, TextWriter.Null, CancellationToken.None))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(worker.Address, null));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(worker.Address, "ada:wrong"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(worker.Address, "ada:open sesame"));
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task<HttpStatusCode> StatusAsync(string address, string? credentials)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }

        return (await Client.SendAsync(request)).StatusCode;
    }
}
