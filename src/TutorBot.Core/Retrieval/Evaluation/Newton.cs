namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>Newton's method for smooth convex functions of a few variables.</summary>
internal static class Newton
{
    private const int GreatestSteps = 100;
    private const double SmallEnough = 1e-10;

    /// <summary>Adds value, gradient and Hessian at a point to zeroed buffers; returns the value.</summary>
    public delegate double Derivatives(double[] point, double[] gradient, double[,] hessian);

    /// <summary>The point of the least value, from zero on, with halved steps where a whole one overshoots.</summary>
    public static double[] Minimize(int variables, Derivatives function)
    {
        var point = new double[variables];
        var gradient = new double[variables];
        var hessian = new double[variables, variables];
        var value = function(point, gradient, hessian);
        for (var step = 0; step < GreatestSteps && gradient.Max(Math.Abs) > SmallEnough; step++)
        {
            var direction = Solve(hessian, gradient);
            var size = 1.0;
            while (true)
            {
                var next = point.Select((x, i) => x - (size * direction[i])).ToArray();
                Array.Clear(gradient);
                Array.Clear(hessian);
                var nextValue = function(next, gradient, hessian);
                if (nextValue <= value || size < 1e-6)
                {
                    (point, value) = (next, nextValue);
                    break;
                }

                size /= 2;
            }
        }

        return point;
    }

    /// <summary>Gaussian elimination with pivoting.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var a = (double[,])matrix.Clone();
        var x = (double[])right.Clone();
        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(a[row, column]));
            for (var k = 0; k < n; k++)
            {
                (a[column, k], a[pivot, k]) = (a[pivot, k], a[column, k]);
            }

            (x[column], x[pivot]) = (x[pivot], x[column]);
            for (var row = column + 1; row < n; row++)
            {
                var factor = a[row, column] / a[column, column];
                for (var k = column; k < n; k++)
                {
                    a[row, k] -= factor * a[column, k];
                }

                x[row] -= factor * x[column];
            }
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++)
            {
                x[row] -= a[row, k] * x[k];
            }

            x[row] /= a[row, row];
        }

        return x;
    }
}
