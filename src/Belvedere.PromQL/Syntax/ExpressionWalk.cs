namespace Belvedere.PromQL;

/// <summary>Walks over a tree of any depth.</summary>
public static class ExpressionWalk
{
    /// <summary>The expression and everything below it, parents first, in the order of the text. Uses no call stack.</summary>
    public static IEnumerable<Expression> DescendantsAndSelf(this Expression expression)
    {
        var pending = new Stack<Expression>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            yield return node;
            for (var i = node.ChildCount - 1; i >= 0; i--)
                pending.Push(node.Child(i));
        }
    }

    /// <summary>Every instant selector, also those inside range selectors, in the order of the text.</summary>
    public static IEnumerable<VectorSelector> Selectors(this Expression expression)
    {
        foreach (var node in expression.DescendantsAndSelf())
            if (node is VectorSelector selector)
                yield return selector;
    }

    /// <summary>The expression without the parentheses around it.</summary>
    public static Expression WithoutParentheses(this Expression expression)
    {
        while (expression is Parentheses parentheses)
            expression = parentheses.Inner;

        return expression;
    }
}
