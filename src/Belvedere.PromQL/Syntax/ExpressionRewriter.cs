namespace Belvedere.PromQL;

/// <summary>
/// Builds a new tree from an old one, children first; what does not change is shared. Spans stay those of the old text. Chains
/// of binary operators are rewritten in a loop, so that no text can exhaust the call stack.
/// </summary>
public abstract class ExpressionRewriter
{
    /// <summary>The new tree.</summary>
    public Expression Rewrite(Expression expression)
    {
        if (expression is not BinaryExpression)
            return RewriteOther(expression);

        var spine = new Stack<BinaryExpression>();
        while (expression is BinaryExpression binary)
        {
            spine.Push(binary);
            expression = binary.Left;
        }

        var left = RewriteOther(expression);
        while (spine.Count > 0)
        {
            var binary = spine.Pop();
            var right = Rewrite(binary.Right);
            left = RewriteBinary(Same(left, binary.Left) && Same(right, binary.Right) ? binary : binary with { Left = left, Right = right });
        }

        return left;
    }

    /// <summary>Replaces a number.</summary>
    protected virtual Expression RewriteNumber(NumberLiteral node) => node;

    /// <summary>Replaces a string.</summary>
    protected virtual Expression RewriteString(StringLiteral node) => node;

    /// <summary>Replaces an instant selector that is not part of a range selector.</summary>
    protected virtual Expression RewriteInstantSelector(VectorSelector node) => RewriteSelector(node);

    /// <summary>Replaces an instant selector, also inside a range selector.</summary>
    protected virtual VectorSelector RewriteSelector(VectorSelector node) => node;

    /// <summary>Replaces a range selector whose selector is rewritten already.</summary>
    protected virtual Expression RewriteRangeSelector(RangeSelector node) => node;

    /// <summary>Replaces a subquery whose operand is rewritten already.</summary>
    protected virtual Expression RewriteSubquery(Subquery node) => node;

    /// <summary>Replaces a signed expression whose operand is rewritten already.</summary>
    protected virtual Expression RewriteUnary(UnaryExpression node) => node;

    /// <summary>Replaces a binary operation whose operands are rewritten already.</summary>
    protected virtual Expression RewriteBinary(BinaryExpression node) => node;

    /// <summary>Replaces an aggregation whose arguments are rewritten already.</summary>
    protected virtual Expression RewriteAggregation(Aggregation node) => node;

    /// <summary>Replaces a call whose arguments are rewritten already.</summary>
    protected virtual Expression RewriteCall(FunctionCall node) => node;

    /// <summary>Replaces parentheses whose content is rewritten already.</summary>
    protected virtual Expression RewriteParentheses(Parentheses node) => node;

    /// <summary>Replaces text that is not an expression; what was recognised inside is rewritten already.</summary>
    protected virtual Expression RewriteError(ErrorExpression node) => node;

    Expression RewriteOther(Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral node:
                return RewriteNumber(node);
            case StringLiteral node:
                return RewriteString(node);
            case VectorSelector node:
                return RewriteInstantSelector(node);
            case RangeSelector node:
                var selector = RewriteSelector(node.Selector);
                return RewriteRangeSelector(Same(selector, node.Selector) ? node : node with { Selector = selector });
            case Subquery node:
                var queried = Rewrite(node.Operand);
                return RewriteSubquery(Same(queried, node.Operand) ? node : node with { Operand = queried });
            case UnaryExpression node:
                var signed = Rewrite(node.Operand);
                return RewriteUnary(Same(signed, node.Operand) ? node : node with { Operand = signed });
            case Aggregation node:
                var parameter = node.Parameter is null ? null : Rewrite(node.Parameter);
                var aggregated = Rewrite(node.Operand);
                return RewriteAggregation(Same(parameter, node.Parameter) && Same(aggregated, node.Operand)
                    ? node
                    : node with { Parameter = parameter, Operand = aggregated });
            case FunctionCall node:
                var arguments = RewriteAll(node.Arguments);
                return RewriteCall(ReferenceEquals(arguments, node.Arguments) ? node : node with { Arguments = arguments });
            case Parentheses node:
                var inner = Rewrite(node.Inner);
                return RewriteParentheses(Same(inner, node.Inner) ? node : node with { Inner = inner });
            case ErrorExpression node:
                var recovered = RewriteAll(node.Recovered);
                return RewriteError(ReferenceEquals(recovered, node.Recovered) ? node : node with { Recovered = recovered });
            default:
                return expression;
        }
    }

    IReadOnlyList<Expression> RewriteAll(IReadOnlyList<Expression> expressions)
    {
        Expression[]? changed = null;
        for (var i = 0; i < expressions.Count; i++)
        {
            var rewritten = Rewrite(expressions[i]);
            if (changed is null && Same(rewritten, expressions[i]))
                continue;
            changed ??= [.. expressions];
            changed[i] = rewritten;
        }

        return changed ?? expressions;
    }

    static bool Same(Expression? one, Expression? other) => ReferenceEquals(one, other);
}
