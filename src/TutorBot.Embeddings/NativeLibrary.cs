using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace TutorBot.Embeddings;

/// <summary>What the machine must bring: a native library of ONNX Runtime, and Unicode's tables.</summary>
internal static class NativeLibrary
{
    /// <summary>The runtime identifiers for which the project brings a library; see src/OnnxRuntime/README.md.</summary>
    private const string Available = "linux-x64, linux-arm64, win-x64, win-arm64, osx-arm64";

    /// <summary>The version of ONNX Runtime.</summary>
    /// <exception cref="ModelException">There is no library that fits this machine.</exception>
    public static string Version()
    {
        try
        {
            return OrtEnv.Instance().GetVersionString();
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException)
        {
            throw new ModelException(
                [$"There is no native library of ONNX Runtime for this machine ({RuntimeInformation.RuntimeIdentifier}). There are some for {Available}. Run on one of these, or build with -p:OnnxRuntimePackage=nuget where the official package can be had."],
                e);
        }
    }

    /// <summary>Without Unicode's tables accents stay on, and every vector is silently wrong.</summary>
    /// <exception cref="ModelException">Globalisation is invariant.</exception>
    public static void RequireGlobalization()
    {
        if ("é".Normalize(NormalizationForm.FormD).Length != 2)
        {
            throw new ModelException(["Globalisation is invariant here, so accents cannot be removed and answers would be wrong. Install ICU (Debian: libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT."]);
        }
    }
}
