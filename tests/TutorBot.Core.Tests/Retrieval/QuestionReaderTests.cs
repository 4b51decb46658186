using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Tests.Retrieval;

public sealed class QuestionReaderTests
{
    [Theory]
    [InlineData("161", 161)]
    [InlineData("#161", 161)]
    [InlineData("card 161", 161)]
    [InlineData("Card #161, please", 161)]
    [InlineData("open number 161 please", 161)]
    [InlineData("can you show me flashcard no. 7?", 7)]
    public void Read_CardNumber_AsksForThatCard(string question, int number)
    {
        var reading = QuestionReader.Read(question);

        Assert.Equal((number, Intent.Card), (reading.Number, reading.Intent));
    }

    [Theory]
    [InlineData("what is 7 * 6")]
    [InlineData("161 162")]
    [InlineData("what happened in 1969")]
    [InlineData("ResNet 50 layers")]
    [InlineData("99999999999999999999")]
    [InlineData("is 3x3 better than 5x5")]
    public void Read_OtherNumbers_AskForNoCard(string question) =>
        Assert.Null(QuestionReader.Read(question).Number);

    [Theory]
    [InlineData("what is dropout", Intent.Define)]
    [InlineData("define padding", Intent.Define)]
    [InlineData("give me an example of padding", Intent.Example)]
    [InlineData("padding example", Intent.Example)]
    [InlineData("any tip for remembering softmax?", Intent.Tip)]
    [InlineData("how do I remember what recall is", Intent.Tip)]
    [InlineData("memory hook for bottleneck layer", Intent.Tip)]
    [InlineData("which cards are about activation functions", Intent.List)]
    [InlineData("list all cards on regularization", Intent.List)]
    [InlineData("how does attention work?", Intent.Example)]
    [InlineData("how does it work", Intent.None)]
    [InlineData("help", Intent.None)]
    [InlineData("hello there!", Intent.None)]
    [InlineData("thank you so much", Intent.None)]
    [InlineData("", Intent.None)]
    [InlineData("???", Intent.None)]
    [InlineData("🙃", Intent.None)]
    public void Read_Wording_GivesTheIntent(string question, Intent intent) =>
        Assert.Equal(intent, QuestionReader.Read(question).Intent);

    [Theory]
    [InlineData("GAN vs VAE", "GAN", "VAE")]
    [InlineData("LSTM vs GRU, which one when", "LSTM", "GRU")]
    [InlineData("what's the difference between systole and diastole?", "systole", "diastole")]
    [InlineData("how is batch norm different from layer norm?", "batch norm", "layer norm")]
    [InlineData("compare dropout and weight decay please", "dropout", "weight decay")]
    [InlineData("is a tendon the same as a ligament?", "a tendon", "a ligament")]
    [InlineData("red blood cells compared to platelets", "red blood cells", "platelets")]
    [InlineData("insulin and glucagon, which one does what again", "insulin", "glucagon")]
    [InlineData("how do GANs and VAEs differ in the way they generate samples?", "GANs", "VAEs")]
    public void Read_Comparison_SplitsItsSides(string question, string first, string second)
    {
        var sides = QuestionReader.Read(question).Sides;

        Assert.Equal((first, second), (sides?.First, sides?.Second));
    }

    [Theory]
    [InlineData("what is dropout")]
    [InlineData("pros and cons of max pooling")]
    [InlineData("how do networks learn?")]
    public void Read_NoComparison_HasNoCertainSides(string question) =>
        Assert.False(QuestionReader.Read(question).Sides is { IsCertain: true });

    [Fact]
    public void Clean_MentionsAndControls_AreLeftOut() =>
        Assert.Equal("what is dropout", QuestionReader.Clean("  <@123456> what\u0007is\r\n dropout <:smile:99> "));

    [Fact]
    public void Clean_EndlessText_IsBounded() =>
        Assert.True(QuestionReader.Clean(new string('x', 10_000)).Length <= QuestionReader.LongestRead);

    [Property]
    public void Read_AnyText_NeverThrowsAndKeepsWordsInside(string? text)
    {
        var reading = QuestionReader.Read(text ?? "");

        Assert.All(reading.Words, word => Assert.InRange(word.Start + word.Length, 1, reading.Text.Length));
    }

    [Property]
    public Property Read_AnyUnits_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<char[]>(),
        units => QuestionReader.Read(new string(units)).Text.Length <= QuestionReader.LongestRead);
}
