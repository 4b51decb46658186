using System.Collections.Frozen;

namespace TutorBot.Core.Retrieval;

/// <summary>Words that say nothing about what a question is about.</summary>
public static class StopWords
{
    /// <summary>Articles, pronouns, auxiliaries, prepositions, question words: never content, in questions or in cards.</summary>
    private static readonly FrozenSet<string> Function = Set("""
        a an the this that these those some any each every either neither both all another other others such
        i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones
        who whom whose what which where when why how whether
        am is are was were be been being do does did doing done have has had having can could may might must shall should will would
        ain't aren't can't cannot couldn't didn't doesn't don't hasn't haven't isn't shouldn't wasn't weren't won't wouldn't
        i'm i've i'd i'll you're you've it's that's there's what's where's who's how's let's we're we've they're
        and or but nor so yet if then than because as while although though unless until since
        of in on at by for with without about against between into through during before after above below to from up down out off
        over under again once per via upon within across along among around behind beside besides beyond onto toward towards
        there here now just only also too very much more most less least many few own same even ever still already always
        not no yes like get gets got getting gonna wanna s t m d ll ve re etc eg ie vs versus something anything thing things
        whats wats hows dont doesnt cant isnt im ive
        """);

    /// <summary>What people say to be polite or to set the tone; never what they ask about.</summary>
    private static readonly FrozenSet<string> Courtesy = Set("""
        please pls plz thanks thank thx ty cheers hi hey hello hiya yo sup ok okay oh ah um hmm hm well sorry lol haha
        tell explain describe remind say know understand wondering wonder let could kindly anyone anybody somebody
        someone guys folks mate dude bro man bot tutor dear bye goodbye cya morning afternoon evening night greetings tutorbot everyone everybody good great nice cool fine alright actually really basically exactly simply briefly quickly
        eli5 wat wot wut plain english meant mean means meaning called again confused
        """);

    /// <summary>
    /// What else a question may hold around a name. Each may be content too ("working memory", "simple harmonic motion"),
    /// so only the name rule leaves them out, when nothing else is left but a name.
    /// </summary>
    private static readonly FrozenSet<string> Talk = Set("""
        question quick give show help need want call look open see short simple terms words go find pull bring up
        define refresher refresh summary summarize summarise overview intro introduction stands stand thing stuff
        info information details detail about right correct word
        """);

    /// <summary>Words that name a part of a card or a way of asking for cards.</summary>
    private static readonly FrozenSet<string> Field = Set("""
        definition define defines defined definitions formal example examples concrete instance tip tips trick hint mnemonic memory hook
        remember remembering memorise memorize takeaway one-liner liner card cards deck decks flashcard flashcards number no
        work works working difference differences different differ differs compare compared comparison comparing
        list lists topic topics concept concepts term idea
        """);

    /// <summary>What people add to a name to say what kind of thing it is: "sigmoid function", "attention mechanism".</summary>
    private static readonly FrozenSet<string> Kind = Set("""
        function functions layer layers network networks net nets model models method methods technique techniques algorithm algorithms
        unit units operation operations process processes activation approach architecture mechanism mechanisms concept theory effect problem
        """);

    /// <summary>Words that ask without saying about what: "how does it work", "compare", "help".</summary>
    private static readonly FrozenSet<string> Asking = Set("""
        help define defined definition definitions example examples tip tips work works working compare compared comparison
        difference differences term question next previous another random card cards flashcard flashcards
        """);

    /// <summary>Whether the word alone leaves open what is asked about.</summary>
    /// <param name="word">In lower case.</param>
    public static bool IsAsking(string word) => Asking.Contains(word);

    /// <summary>Whether the word is never content, in questions or in cards.</summary>
    /// <param name="word">In lower case.</param>
    public static bool IsFunctionWord(string word) => Function.Contains(word);

    /// <summary>The same for a part of a text, in any case, without making a string.</summary>
    public static bool IsFunctionWord(ReadOnlySpan<char> word) =>
        Function.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether the word only makes a question polite.</summary>
    /// <param name="word">In lower case.</param>
    public static bool IsCourtesy(string word) => Courtesy.Contains(word);

    /// <summary>Whether the word may stand around a name without being part of it.</summary>
    /// <param name="word">In lower case.</param>
    public static bool IsTalk(string word) => Courtesy.Contains(word) || Talk.Contains(word);

    /// <summary>Whether the word asks for a part of a card rather than naming it.</summary>
    /// <param name="word">In lower case.</param>
    public static bool IsFieldWord(string word) => Field.Contains(word);

    /// <summary>Whether the word may follow a name to say what kind of thing it is.</summary>
    /// <param name="word">In lower case.</param>
    public static bool IsKindOfThing(string word) => Kind.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
