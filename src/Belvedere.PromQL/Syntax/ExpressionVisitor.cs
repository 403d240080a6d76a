namespace Belvedere.PromQL;

/// <summary>
/// Computes a value for every expression from the values of its children. Chains of binary operators are visited in a loop, so
/// that no text can exhaust the call stack.
/// </summary>
/// <typeparam name="T">What is computed.</typeparam>
public abstract class ExpressionVisitor<T>
{
    /// <summary>The value of a tree.</summary>
    public T Visit(Expression expression)
    {
        if (expression is not BinaryExpression top)
            return VisitOther(expression);
        if (top.Left is not BinaryExpression)
            return VisitBinary(top, VisitOther(top.Left), Visit(top.Right));

        var spine = new Stack<BinaryExpression>();
        while (expression is BinaryExpression binary)
        {
            spine.Push(binary);
            expression = binary.Left;
        }

        var value = VisitOther(expression);
        while (spine.Count > 0)
        {
            var binary = spine.Pop();
            value = VisitBinary(binary, value, Visit(binary.Right));
        }

        return value;
    }

    /// <summary>The value of a number.</summary>
    protected abstract T VisitNumber(NumberLiteral node);

    /// <summary>The value of a string.</summary>
    protected abstract T VisitString(StringLiteral node);

    /// <summary>The value of an instant selector, also of one inside a range selector.</summary>
    protected abstract T VisitVectorSelector(VectorSelector node);

    /// <summary>The value of a range selector.</summary>
    protected abstract T VisitRangeSelector(RangeSelector node, T selector);

    /// <summary>The value of a subquery.</summary>
    protected abstract T VisitSubquery(Subquery node, T operand);

    /// <summary>The value of a signed expression.</summary>
    protected abstract T VisitUnary(UnaryExpression node, T operand);

    /// <summary>The value of a binary operation.</summary>
    protected abstract T VisitBinary(BinaryExpression node, T left, T right);

    /// <summary>The value of an aggregation; <paramref name="parameter"/> is the default where the operator has none.</summary>
    protected abstract T VisitAggregation(Aggregation node, T? parameter, T operand);

    /// <summary>The value of a call.</summary>
    protected abstract T VisitCall(FunctionCall node, IReadOnlyList<T> arguments);

    /// <summary>The value of an expression in parentheses: that of the expression, unless overridden.</summary>
    protected virtual T VisitParentheses(Parentheses node, T inner) => inner;

    /// <summary>The value of text that is not an expression.</summary>
    protected abstract T VisitError(ErrorExpression node);

    T VisitOther(Expression expression) => expression switch
    {
        NumberLiteral node => VisitNumber(node),
        StringLiteral node => VisitString(node),
        VectorSelector node => VisitVectorSelector(node),
        RangeSelector node => VisitRangeSelector(node, Visit(node.Selector)),
        Subquery node => VisitSubquery(node, Visit(node.Operand)),
        UnaryExpression node => VisitUnary(node, Visit(node.Operand)),
        Aggregation node => VisitAggregation(node, node.Parameter is null ? default : Visit(node.Parameter), Visit(node.Operand)),
        FunctionCall node => VisitCall(node, VisitAll(node.Arguments)),
        Parentheses node => VisitParentheses(node, Visit(node.Inner)),
        ErrorExpression node => VisitError(node),
        _ => throw new ArgumentException($"{expression.GetType()} is not a node of this tree.", nameof(expression)),
    };

    T[] VisitAll(IReadOnlyList<Expression> expressions)
    {
        var values = new T[expressions.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Visit(expressions[i]);

        return values;
    }
}
