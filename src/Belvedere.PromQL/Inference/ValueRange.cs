namespace Belvedere.PromQL;

/// <summary>The values that a scalar or the samples of a vector can have, whatever the data.</summary>
/// <param name="Minimum">No value is smaller.</param>
/// <param name="Maximum">No value is larger.</param>
/// <param name="CanBeNaN">Whether a value can be no number, which no comparison but <c>!=</c> holds for.</param>
public readonly record struct ValueRange(double Minimum, double Maximum, bool CanBeNaN)
{
    /// <summary>Any value.</summary>
    public static ValueRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity, true);

    /// <summary>Zero or more; no number is possible too.</summary>
    internal static ValueRange NotNegative { get; } = new(0, double.PositiveInfinity, true);

    /// <summary>Whether there is one value only.</summary>
    public bool IsConstant => Minimum == Maximum && !CanBeNaN;

    /// <summary>One value.</summary>
    internal static ValueRange Of(double value) =>
        double.IsNaN(value) ? new(double.PositiveInfinity, double.NegativeInfinity, true) : new(value, value, false);

    internal static ValueRange Between(double minimum, double maximum) => new(minimum, maximum, false);

    /// <summary>The values of either range.</summary>
    internal ValueRange Or(ValueRange other) =>
        new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum), CanBeNaN || other.CanBeNaN);

    /// <summary>Whether a comparison of two values holds: always, never, or it depends.</summary>
    internal static bool? Compare(BinaryOperator op, ValueRange left, ValueRange right)
    {
        var disjoint = left.Maximum < right.Minimum || right.Maximum < left.Minimum;
        var same = left.IsConstant && right.IsConstant && left.Minimum == right.Minimum;
        var numbers = !left.CanBeNaN && !right.CanBeNaN;
        return op switch
        {
            BinaryOperator.Equal => same ? true : disjoint ? false : null,
            BinaryOperator.NotEqual => same ? false : disjoint ? true : null,
            BinaryOperator.Greater => left.Maximum <= right.Minimum ? false : numbers && left.Minimum > right.Maximum ? true : null,
            BinaryOperator.GreaterOrEqual => left.Maximum < right.Minimum ? false : numbers && left.Minimum >= right.Maximum ? true : null,
            BinaryOperator.Less => Compare(BinaryOperator.Greater, right, left),
            BinaryOperator.LessOrEqual => Compare(BinaryOperator.GreaterOrEqual, right, left),
            _ => null,
        };
    }

    /// <summary>The values of the left side that a comparison lets pass.</summary>
    internal static ValueRange Filter(BinaryOperator op, ValueRange left, ValueRange right) => op switch
    {
        BinaryOperator.Equal => new(Math.Max(left.Minimum, right.Minimum), Math.Min(left.Maximum, right.Maximum), false),
        BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => new(Math.Max(left.Minimum, right.Minimum), left.Maximum, false),
        BinaryOperator.Less or BinaryOperator.LessOrEqual => new(left.Minimum, Math.Min(left.Maximum, right.Maximum), false),
        _ => left,
    };

    /// <summary>The values of an arithmetic operation; any where infinities could meet.</summary>
    internal static ValueRange Arithmetic(BinaryOperator op, ValueRange left, ValueRange right)
    {
        if (left.IsConstant && right.IsConstant)
            return Of(Compute(op, left.Minimum, right.Minimum));

        var nan = left.CanBeNaN || right.CanBeNaN;
        switch (op)
        {
            case BinaryOperator.Add:
                return Checked(left.Minimum + right.Minimum, left.Maximum + right.Maximum, nan || Opposed(left, right));
            case BinaryOperator.Subtract:
                return Checked(left.Minimum - right.Maximum, left.Maximum - right.Minimum, nan || Opposed(left, right.Negated()));
            case BinaryOperator.Multiply when left.Minimum >= 0 && right.Minimum >= 0:
                // Zero times infinity is no number.
                var product = Checked(left.Minimum * right.Minimum, left.Maximum * right.Maximum, true);
                return new(product.Minimum, product.Maximum, nan || !Finite(left) || !Finite(right));
            case BinaryOperator.Divide when left.Minimum >= 0 && right.Minimum >= 0:
                return NotNegative;
            default:
                return Any;
        }
    }

    internal ValueRange Negated() => new(-Maximum, -Minimum, CanBeNaN);

    static bool Finite(ValueRange range) => !double.IsInfinity(range.Minimum) && !double.IsInfinity(range.Maximum);

    static bool Opposed(ValueRange left, ValueRange right) =>
        (double.IsPositiveInfinity(left.Maximum) && double.IsNegativeInfinity(right.Minimum))
        || (double.IsNegativeInfinity(left.Minimum) && double.IsPositiveInfinity(right.Maximum));

    static ValueRange Checked(double minimum, double maximum, bool nan) =>
        double.IsNaN(minimum) || double.IsNaN(maximum) ? Any : new(minimum, maximum, nan);

    static double Compute(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Modulo => left % right,
        BinaryOperator.Power => Math.Pow(left, right),
        BinaryOperator.Atan2 => Math.Atan2(left, right),
        _ => double.NaN,
    };
}
