using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>The model's file with what transformers.js needs beside it, in a folder of the shape that it wants.</summary>
internal sealed class TransformersModel : IDisposable
{
    public const string Name = "tutorbot/model";

    public TransformersModel()
    {
        var model = Path.Combine(Folder, Name);
        Directory.CreateDirectory(Path.Combine(model, "onnx"));
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests/data/eval/transformers-js")))
        {
            File.Copy(file, Path.Combine(model, Path.GetFileName(file)));
        }

        File.Copy(RetrievalParts.Model.GraphPath, Path.Combine(model, "onnx", "model_quantized.onnx"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("models").FullName + Path.DirectorySeparatorChar;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
