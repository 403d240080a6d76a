namespace Belvedere.PromQL;

/// <summary>What Prometheus finds out only when it evaluates, where the text alone decides it.</summary>
static class EvaluationChecker
{
    public static void Check(Expression expression, List<PromDiagnostic> diagnostics)
    {
    }
}
