using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TutorBot.Core.Retrieval;

/// <summary>Vectors in signed bytes with one scale a vector.</summary>
internal static class ByteVector
{
    /// <summary>Rounds a vector to bytes; returns the scale by which they are to be multiplied.</summary>
    public static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        var scale = TensorPrimitives.MaxMagnitude(vector);
        scale = Math.Abs(scale) / sbyte.MaxValue;
        for (var i = 0; i < vector.Length; i++)
        {
            bytes[i] = scale > 0 ? (sbyte)MathF.Round(vector[i] / scale) : (sbyte)0;
        }

        return scale;
    }

    /// <summary>The dot product of two vectors of one length.</summary>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = 0;
        var i = 0;
        if (Avx512BW.IsSupported)
        {
            var sums = Vector512<int>.Zero;
            var a = MemoryMarshal.Cast<sbyte, Vector256<sbyte>>(left);
            var b = MemoryMarshal.Cast<sbyte, Vector256<sbyte>>(right);
            for (var j = 0; j < a.Length; j++)
            {
                sums += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(a[j]), Avx512BW.ConvertToVector512Int16(b[j]));
            }

            sum = Vector512.Sum(sums);
            i = a.Length * Vector256<sbyte>.Count;
        }
        else if (Avx2.IsSupported)
        {
            var sums = Vector256<int>.Zero;
            var a = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(left);
            var b = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(right);
            for (var j = 0; j < a.Length; j++)
            {
                sums += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a[j]), Avx2.ConvertToVector256Int16(b[j]));
            }

            sum = Vector256.Sum(sums);
            i = a.Length * Vector128<sbyte>.Count;
        }

        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
