namespace Belvedere.PromQL;

/// <summary>Turns expressions of one cluster into expressions of many.</summary>
public static class MultiCluster
{
    /// <summary>
    /// Lifts an expression that was written for the series of one cluster: evaluated over the series of many clusters, which
    /// differ in <paramref name="label"/>, the lifted expression gives for each cluster what the original gives in that cluster
    /// alone, with the label added. Where that cannot be had, the findings say why.
    /// </summary>
    /// <param name="expression">A well-typed expression.</param>
    /// <param name="label">The label that tells clusters apart, such as <c>cluster</c>.</param>
    /// <param name="inventory">
    /// An expression with at least one series per cluster, each with the label, such as <c>up{job="prometheus"}</c>. With it,
    /// <c>vector()</c> and <c>absent()</c> can be lifted too: they become one value per cluster that the inventory knows.
    /// </param>
    public static LiftResult Lift(this Expression expression, string label, Expression? inventory = null) =>
        new Lifter(expression, label, inventory).Lift();
}
