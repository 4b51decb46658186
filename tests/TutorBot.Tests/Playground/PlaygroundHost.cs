using System.Text;
using Microsoft.Playwright;
using TutorBot.Settings;
using TutorBot.TestSupport;

namespace TutorBot.Tests.Playground;

/// <summary>The whole product on a free port, and a browser, once for a test class.</summary>
public sealed class PlaygroundHost : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("tutorbot").FullName;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private Worker? _worker;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A folder of decks of its own, so that a test may change it.</summary>
    public string Decks { get; } = Directory.CreateTempSubdirectory("decks").FullName;

    /// <summary>What the product says to people.</summary>
    public string Output => _output.ToString();

    /// <summary>What it logs.</summary>
    public string Errors => _errors.ToString();

    /// <summary>The same after a stop and a start.</summary>
    public string Address { get; private set; } = "http://127.0.0.1:0";

    public Task InitializeAsync()
    {
        File.Copy(Repository.PathOf("content/decks/deep-learning.md"), Path.Combine(Decks, "deep-learning.md"));
        return StartAsync();
    }

    /// <summary>Starts the product.</summary>
    public async Task StartAsync()
    {
        _worker = await Worker.StartAsync(
            new TutorSettings(Decks, Repository.PathOf("content/models/tutor-minilm-l6-v1"), _data, true, new Uri(Address), ""),
            TextWriter.Synchronized(new StringWriter(_output)),
            TextWriter.Synchronized(new StringWriter(_errors)),
            CancellationToken.None);
        Address = _worker.Address;
    }

    /// <summary>Stops the product; pages stay open.</summary>
    public async Task StopAsync()
    {
        if (_worker is not null)
        {
            await _worker.DisposeAsync();
            _worker = null;
        }
    }

    /// <summary>A page in a browser profile of its own, which fails the test on script errors and refused content.</summary>
    public async Task<IPage> OpenAsync(List<string> errors, string query = "", ColorScheme colors = ColorScheme.Light, int width = 1100, int height = 800)
    {
        ArgumentNullException.ThrowIfNull(errors);
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = ["--no-sandbox"] });
        var context = await _browser.NewContextAsync(new() { ColorScheme = colors, ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(Address + query);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await StopAsync();
        Directory.Delete(_data, recursive: true);
        Directory.Delete(Decks, recursive: true);
    }
}
