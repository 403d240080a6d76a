namespace Belvedere.PromQL;

/// <summary>How long durations are.</summary>
public static class DurationValue
{
    /// <summary>
    /// The length in seconds; null where it depends on the query (<c>step()</c>, <c>range()</c>) or on a template variable.
    /// </summary>
    public static double? TotalSeconds(this DurationExpression duration)
    {
        var spine = new Stack<DurationOperation>();
        while (duration is DurationOperation operation)
        {
            spine.Push(operation);
            duration = operation.Left;
        }

        var value = Term(duration);
        while (spine.Count > 0)
        {
            var operation = spine.Pop();
            value = value is { } left && operation.Right.TotalSeconds() is { } right ? Compute(operation.Operator, left, right) : null;
        }

        return value;
    }

    static double? Term(DurationExpression duration) => duration switch
    {
        DurationLiteral { Variable: null } literal => literal.Seconds,
        DurationParentheses parentheses => parentheses.Inner.TotalSeconds(),
        DurationNegation negation => -negation.Operand.TotalSeconds(),
        DurationCall { Arguments.Count: 2 } call
            when call.Arguments[0].TotalSeconds() is { } first && call.Arguments[1].TotalSeconds() is { } second =>
            call.Function == DurationFunction.Min ? Math.Min(first, second) : Math.Max(first, second),
        _ => null,
    };

    static double? Compute(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide when right != 0 => left / right,
        BinaryOperator.Modulo when right != 0 => left % right,
        BinaryOperator.Power => Math.Pow(left, right),
        _ => null,
    };
}
