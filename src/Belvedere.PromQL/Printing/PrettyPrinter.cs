using System.Text;

namespace Belvedere.PromQL;

/// <summary>
/// Splits what is too long over lines. Every expression's canonical text is a part of the whole's, so that lengths need not be
/// computed again at every level. Source: Prometheus' prettier.go.
/// </summary>
sealed class PrettyPrinter(string canonical, Dictionary<Expression, SourceSpan> places, int width)
{
    const int MaximumLength = 16_000_000;

    readonly StringBuilder result = new();
    bool tooLong;

    /// <summary>The layout; null where it would be far too long.</summary>
    public string? Format(Expression expression)
    {
        Write(expression, 0);
        return tooLong ? null : result.ToString();
    }

    void Write(Expression expression, int level)
    {
        tooLong |= result.Length > MaximumLength;
        if (tooLong)
            return;

        switch (expression)
        {
            case BinaryExpression node when IsTooWide(node):
                WriteBinary(node, level);
                break;
            case Subquery node:
                WriteSubquery(node, level);
                break;
            case UnaryExpression node:
                Indent(level).Append(node.IsNegative ? '-' : '+');
                WriteWithoutIndent(node.Operand, level);
                break;
            case Aggregation node when IsTooWide(node):
                CanonicalPrinter.AppendAggregation(Indent(level), node);
                result.Append("(\n");
                if (node.Parameter is not null)
                {
                    Write(node.Parameter, level + 1);
                    result.Append(",\n");
                }

                Write(node.Operand, level + 1);
                Close(level);
                break;
            case FunctionCall { Arguments.Count: > 0 } node when IsTooWide(node):
                Indent(level).Append(node.Variable ?? node.Function.Name).Append("(\n");
                for (var i = 0; i < node.Arguments.Count; i++)
                {
                    if (i > 0)
                        result.Append(",\n");
                    Write(node.Arguments[i], level + 1);
                }

                Close(level);
                break;
            case Parentheses node when IsTooWide(node):
                Indent(level).Append("(\n");
                Write(node.Inner, level + 1);
                Close(level);
                break;
            default:
                Indent(level);
                Append(expression);
                break;
        }
    }

    // The deepest left operand comes first and is indented most; chains are as long as the text, hence the loop.
    void WriteBinary(BinaryExpression node, int level)
    {
        var spine = new Stack<BinaryExpression>();
        Expression left = node;
        while (left is BinaryExpression binary && IsTooWide(binary))
        {
            spine.Push(binary);
            left = binary.Left;
        }

        var deepest = level + spine.Count;
        Write(left, deepest);
        while (spine.Count > 0 && !tooLong)
        {
            var binary = spine.Pop();
            deepest--;
            result.Append('\n');
            CanonicalPrinter.AppendOperator(Indent(deepest), binary);
            result.Append('\n');
            Write(binary.Right, deepest + 1);
        }
    }

    // Prometheus does not indent a subquery that fits on its line.
    void WriteSubquery(Subquery node, int level)
    {
        if (!IsTooWide(node))
        {
            Append(node);
            return;
        }

        Write(node.Operand, level);
        CanonicalPrinter.AppendSubquerySuffix(result, node);
    }

    void WriteWithoutIndent(Expression expression, int level)
    {
        var start = result.Length;
        Write(expression, level);
        var end = start;
        while (end < result.Length && result[end] == ' ')
            end++;
        result.Remove(start, end - start);
    }

    void Close(int level)
    {
        result.Append('\n');
        Indent(level).Append(')');
    }

    StringBuilder Indent(int level) => result.Append(' ', 2 * level);

    void Append(Expression expression)
    {
        var place = places[expression];
        result.Append(canonical, place.Start, place.Length);
    }

    bool IsTooWide(Expression expression)
    {
        var place = places[expression];
        if (place.Length > width)
            return true;
        if (place.Length <= width / 3)
            return false;

        return Encoding.UTF8.GetByteCount(place.In(canonical)) > width;
    }
}
