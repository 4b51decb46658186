using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>The sentences of a card's field as running text; code, tables and formulas have none.</summary>
internal static class FieldSentences
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseMathematics().Build();

    /// <summary>The sentences in order; empty for null.</summary>
    public static IReadOnlyList<QuizText> Of(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return [];
        }

        var sentences = new List<QuizText>();
        foreach (var paragraph in Markdown.Parse(markdown, Pipeline).Descendants<ParagraphBlock>())
        {
            if (paragraph.Parent is TableCell)
            {
                continue;
            }

            // A hard-wrapped sentence goes on in the next line.
            var plain = CardText.Plain(markdown.Substring(paragraph.Span.Start, paragraph.Span.Length));
            sentences.AddRange(CardSentences.Split(plain).Select(range => new QuizText(plain[range])).Where(sentence => sentence.Words.Count > 1));
        }

        return sentences;
    }
}
