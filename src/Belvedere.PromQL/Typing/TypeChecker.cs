using static Belvedere.PromQL.ExpressionType;

namespace Belvedere.PromQL;

/// <summary>The checks that Prometheus makes after parsing, in its order and words. Source: <c>checkAST</c> in parse.go.</summary>
sealed class TypeChecker(List<PromDiagnostic> diagnostics)
{
    public static void Check(Expression expression, List<PromDiagnostic> diagnostics) => new TypeChecker(diagnostics).Check(expression);

    ExpressionType Check(Expression expression)
    {
        if (expression is not BinaryExpression top)
            return CheckOther(expression);
        if (top.Left is not BinaryExpression)
            return CheckBinary(top, CheckOther(top.Left), Check(top.Right));

        var spine = new Stack<BinaryExpression>();
        while (expression is BinaryExpression binary)
        {
            spine.Push(binary);
            expression = binary.Left;
        }

        var type = CheckOther(expression);
        while (spine.Count > 0)
        {
            var binary = spine.Pop();
            type = CheckBinary(binary, type, Check(binary.Right));
        }

        return type;
    }

    ExpressionType CheckOther(Expression expression)
    {
        switch (expression)
        {
            case Aggregation node:
                Expect(node.Operand, InstantVector, "aggregation expression");
                if (node.Parameter is not null)
                    Expect(node.Parameter, node.Operator.ParameterType(), "aggregation parameter");
                return InstantVector;
            case FunctionCall node:
                CheckCall(node);
                return node.Function.ReturnType;
            case Parentheses node:
                return Check(node.Inner);
            case UnaryExpression node:
                var signed = Check(node.Operand);
                if (signed is not (Scalar or InstantVector))
                    Report(
                        PromTypeDiagnostics.UnaryOperand,
                        node.Span,
                        $"unary expression only allowed on expressions of type scalar or instant vector, got {GoText.Quote(signed.Documented())}");
                return signed;
            case Subquery node:
                var queried = Check(node.Operand);
                if (queried != InstantVector)
                    Report(PromTypeDiagnostics.SubqueryOperand, node.Span, $"subquery is only allowed on instant vector, got {queried.Wire()} instead");
                return RangeVector;
            case RangeSelector node:
                CheckSelector(node.Selector);
                return RangeVector;
            case VectorSelector node:
                CheckSelector(node);
                return InstantVector;
            default:
                return expression.Type;
        }
    }

    void Expect(Expression expression, ExpressionType wanted, string context)
    {
        var type = Check(expression);
        if (type != wanted)
            Report(PromTypeDiagnostics.AggregationArgument, expression.Span, $"expected type {wanted.Documented()} in {context}, got {type.Documented()}");
    }

    ExpressionType CheckBinary(BinaryExpression node, ExpressionType left, ExpressionType right)
    {
        var op = node.Operator;
        var matching = node.Matching;
        if (node.ReturnBool && !op.IsComparison())
            Report(PromTypeDiagnostics.MisplacedBool, node.OperatorSpan, "bool modifier can only be used on comparison operators");
        if (op.IsComparison() && !node.ReturnBool && left == Scalar && right == Scalar)
            Report(PromTypeDiagnostics.ScalarComparison, node.OperatorSpan, "comparisons between scalars must use BOOL modifier");
        if (matching is { Kind: MatchingKind.On, Include.Count: > 0 })
            CheckIncluded(node, matching);

        CheckOperand(node.Left, left);
        CheckOperand(node.Right, right);
        if (left != InstantVector || right != InstantVector)
        {
            if (matching is { Labels.Count: > 0 })
                Report(PromTypeDiagnostics.MatchingOnScalar, node.Span, "vector matching only allowed between instant vectors");
            if (matching is { FillLeft: not null } or { FillRight: not null })
                Report(PromTypeDiagnostics.MatchingOnScalar, node.Span, "filling in missing series only allowed between instant vectors");
        }
        else if (op.IsSet() && matching is not null)
        {
            // Prometheus has a second error for the same mistake, about many-to-many matching.
            if (matching.Group != GroupSide.None)
                Report(PromTypeDiagnostics.GroupOnSetOperator, node.Span, $"no grouping allowed for {GoText.Quote(op.Text())} operation");
            if (matching.FillLeft is not null || matching.FillRight is not null)
                Report(PromTypeDiagnostics.GroupOnSetOperator, node.Span, "filling in missing series not allowed for set operators");
        }

        if (op.IsSet() && (left == Scalar || right == Scalar))
            Report(PromTypeDiagnostics.SetOperatorOnScalar, node.Span, $"set operator {GoText.Quote(op.Text())} not allowed in binary scalar expression");

        return left == Scalar && right == Scalar ? Scalar : InstantVector;
    }

    void CheckIncluded(BinaryExpression node, VectorMatching matching)
    {
        var included = new HashSet<string>(matching.Include.Select(label => label.Name), StringComparer.Ordinal);
        for (var i = 0; i < matching.Labels.Count; i++)
            if (included.Contains(matching.Labels[i].Name))
                Report(
                    PromTypeDiagnostics.LabelInOnAndGroup,
                    node.OperatorSpan,
                    $"label {GoText.Quote(matching.Labels[i].Name)} must not occur in ON and GROUP clause at once");
    }

    void CheckOperand(Expression operand, ExpressionType type)
    {
        if (type is not (Scalar or InstantVector))
            Report(PromTypeDiagnostics.BinaryOperand, operand.Span, "binary expression must contain only scalar and instant vector types");
    }

    void CheckCall(FunctionCall node)
    {
        var function = node.Function;
        var name = GoText.Quote(function.Name);
        var given = node.Arguments.Count;
        var minimum = function.MinimumArguments;
        if (function.MaximumArguments == minimum)
        {
            if (given != minimum)
                ReportCount(node, $"expected {minimum} argument(s) in call to {name}, got {given}");
        }
        else if (given < minimum)
        {
            ReportCount(node, $"expected at least {minimum} argument(s) in call to {name}, got {given}");
        }
        else if (given > function.MaximumArguments)
        {
            ReportCount(node, $"expected at most {function.MaximumArguments} argument(s) in call to {name}, got {given}");
        }

        var isInfo = function.Name == "info" && given > 1;
        if (isInfo)
            CheckInfo(node, node.Arguments[1]);

        for (var i = 0; i < given; i++)
        {
            var wanted = function.ParameterType(i);
            if (wanted == None)
                break;

            var argument = node.Arguments[i];
            var type = isInfo && i == 1 && argument is VectorSelector ? InstantVector : Check(argument);
            if (type != wanted)
                Report(
                    PromTypeDiagnostics.ArgumentType,
                    argument.Span,
                    $"expected type {wanted.Documented()} in call to function {name}, got {type.Documented()}");
        }
    }

    // The second argument of info() selects labels, so it may match everything.
    void CheckInfo(FunctionCall node, Expression argument)
    {
        if (argument.Type != InstantVector)
            Report(
                PromTypeDiagnostics.ArgumentType,
                node.Span,
                $"expected type {InstantVector.Documented()} in call to function \"info\", got {argument.Type.Documented()}");
        if (argument is VectorSelector { Name: not null })
            Report(PromTypeDiagnostics.InfoSelector, argument.Span, "expected label selectors only, got vector selector instead");
        else if (argument is not VectorSelector)
            Report(PromTypeDiagnostics.InfoSelector, argument.Span, "expected label selectors only");
    }

    void CheckSelector(VectorSelector node)
    {
        var matchers = node.Matchers;
        if (node.Name is not null)
        {
            for (var i = 0; i < matchers.Count; i++)
                if (matchers[i].Name == LabelMatcher.MetricName)
                    Report(
                        PromTypeDiagnostics.NameSetTwice,
                        node.Span,
                        $"metric name must not be set twice: {GoText.Quote(node.Name)} or {GoText.Quote(matchers[i].Value)}");
            return;
        }

        for (var i = 0; i < matchers.Count; i++)
            if (!MatchesEmpty(matchers[i]))
                return;

        Report(PromTypeDiagnostics.EmptySelector, node.Span, "vector selector must contain at least one non-empty matcher");
    }

    static bool MatchesEmpty(LabelMatcher matcher) => matcher.Operator switch
    {
        MatchOperator.Equal => matcher.Value.Length == 0,
        MatchOperator.NotEqual => matcher.Value.Length != 0,
        MatchOperator.RegexMatch => RegexSyntax.Check(matcher.Value).MatchesEmpty,
        _ => !RegexSyntax.Check(matcher.Value).MatchesEmpty,
    };

    void ReportCount(FunctionCall node, string message) => Report(PromTypeDiagnostics.ArgumentCount, node.Span, message);

    void Report(PromDiagnosticDescriptor descriptor, SourceSpan span, string message) => diagnostics.Add(new(descriptor, span, message));
}
