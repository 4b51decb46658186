using System.Security.Cryptography;
using System.Text;
using TutorBot.Core.Groups;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>One posted question: a snapshot, complete in itself.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Schedule">The schedule that posts it.</param>
/// <param name="Date">The local date that it is for.</param>
/// <param name="Kind">What it counts for.</param>
/// <param name="Number">Counts the schedule's rounds from 1, as shown: #12.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Question">What is asked.</param>
/// <param name="RightOptions">The indexes that are right: the question's key, or what a regrade made of it.</param>
/// <param name="DeckTitle">The deck's title at the post.</param>
/// <param name="Salt">What the key on the post was made with; secret until the close.</param>
/// <param name="OpensAt">When the first channel got it.</param>
/// <param name="ClosesAt">When it closes, everywhere.</param>
/// <param name="Groups">Whom it serves.</param>
/// <param name="IsOutage">Whether clicks failed for so long that it is no occasion for those without an answer.</param>
public sealed record Round(
    RoundId Id,
    ScheduleId Schedule,
    DateOnly Date,
    RoundKind Kind,
    int Number,
    RoundState State,
    Question Question,
    IReadOnlyList<int> RightOptions,
    string DeckTitle,
    string Salt,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    IReadOnlyList<GroupId> Groups,
    bool IsOutage)
{
    /// <summary>The grace for events whose time is at the close: clocks differ and networks delay.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long after the close the closing transaction starts at the earliest.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The key on the post: the first 16 hex digits of the SHA-256 of salt and right option's text, in UTF-8. The reveal
    /// prints both, so anyone can check that the key was not changed after the post.
    /// </summary>
    public string Commitment => CommitmentOf(Salt, KeyText);

    /// <summary>The right option's text as it was posted.</summary>
    public string KeyText => Question.Key is { } key ? Question.Options[key].Text : "";

    /// <summary>Whether an event of this time still counts.</summary>
    public bool Takes(DateTimeOffset at) => State == RoundState.Open && at <= ClosesAt + Grace;

    /// <summary>Whether a choice is right.</summary>
    public bool IsRight(int choice) => RightOptions.Contains(choice);

    /// <summary>The key of a salt and a text.</summary>
    public static string CommitmentOf(string salt, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text)))[..16];

    /// <summary>The letter of an option: A, B …</summary>
    public static char Letter(int option) => (char)('A' + option);
}
