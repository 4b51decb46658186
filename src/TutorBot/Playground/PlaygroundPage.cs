using System.Globalization;
using System.Reflection;
using System.Text;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Zones;

namespace TutorBot.Playground;

/// <summary>The page: rendered on the server, without inline scripts or styles.</summary>
internal static class PlaygroundPage
{
    /// <summary>One of the page's files, which are part of the assembly.</summary>
    public static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"TutorBot.Playground.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The channel as a person sees it.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="room">Where.</param>
    /// <param name="last">The id of the last change that the page shows.</param>
    /// <param name="messages">What the person may see there.</param>
    /// <param name="library">The cards, for the greeting.</param>
    public static string Render(PlaygroundPerson person, PlaygroundRoom room, string last, IReadOnlyList<PlaygroundMessage> messages, LibrarySnapshot library)
    {
        var rooms = string.Concat(PlaygroundRoom.All.Select(one =>
            $"<option value=\"{one.Id}\"{(one == room ? " selected" : "")}>#{HtmlRenderer.Escape(one.Id)}</option>"));
        var people = string.Concat(PlaygroundPerson.All.Select(one =>
            $"<option value=\"{one.Id}\"{(one == person ? " selected" : "")}>{HtmlRenderer.Escape(one.Name)}</option>"));
        var cards = Counted.Of(library.Cards.Count, "card");
        var decks = string.Join(", ", library.Decks.Select(deck => deck.Title));
        return $"""
            <!doctype html>
            <html lang="en" data-person="{person.Id}" data-channel="{room.Id}" data-last="{last}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>TutorBot playground</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/playground.css">
            <script src="/playground.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#line">Skip to the input</a>
            <header>
            <h1><span aria-hidden="true">#</span> {HtmlRenderer.Escape(room.Id)}</h1>
            <p>TutorBot playground · clocks of {HtmlRenderer.Escape(ZoneText.CityOf(room.Zone))}</p>
            <label>Channel <select id="channel">{rooms}</select></label>
            <label>You are <select id="person">{people}</select></label>
            <button type="button" id="theme" aria-pressed="false">Dark</button>
            </header>
            <main>
            <div id="messages" role="log" aria-live="polite" aria-label="Messages" tabindex="0">
            <article class="message tutor">
            <div class="avatar" aria-hidden="true">T</div>
            <div><div class="by"><strong>TutorBot</strong></div>
            <div class="body"><p>Hello! I answer from {cards}: {HtmlRenderer.Escape(decks)}. Ask in your own words, or type <kbd>/</kbd> for the commands. Replies are private until you share them.</p>
            <div class="choices" role="group" aria-label="Things to try">
            <button type="button" data-line="what is dropout?">what is dropout?</button>
            <button type="button" data-line="LSTM vs GRU">LSTM vs GRU</button>
            <button type="button" data-line="/card softmax">/card softmax</button>
            <button type="button" data-line="/schedule set">Set the daily quiz</button>
            <button type="button" data-line="/help">/help</button>
            </div></div></div>
            </article>
            {string.Concat(messages.Select(Render))}
            </div>
            <form id="form" autocomplete="off">
            <div id="completions" role="listbox" aria-label="Suggestions" hidden></div>
            <label class="hidden" for="line">Message</label>
            <input id="line" name="line" type="text" maxlength="{PlaygroundPlatform.LongestLine}" placeholder="Ask something, or type /" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="completions" autofocus>
            <button type="submit">Send</button>
            </form>
            <div id="status" role="status" class="hidden"><span></span> <button type="button" hidden>Try again</button></div>
            </main>
            <noscript><p>The playground needs JavaScript to send messages.</p></noscript>
            </body>
            </html>
            """;
    }

    /// <summary>One message as the page shows it.</summary>
    public static string Render(PlaygroundMessage message)
    {
        var time = message.At.ToString("O", CultureInfo.InvariantCulture);
        var note = message.VisibleTo is null ? "" : " <span class=\"private\"><span aria-hidden=\"true\">👁</span> Only you can see this</span>";
        return $"""
            <article class="message{(message.IsTutor ? " tutor" : "")}{(message.VisibleTo is null ? "" : " ephemeral")}" data-id="{message.Key}">
            <div class="avatar" aria-hidden="true">{HtmlRenderer.Escape(message.Author[..1])}</div>
            <div><div class="by"><strong>{HtmlRenderer.Escape(message.Author)}</strong> <time datetime="{time}"></time>{note}</div>
            <div class="body">{message.Html}</div></div>
            </article>
            """;
    }
}
