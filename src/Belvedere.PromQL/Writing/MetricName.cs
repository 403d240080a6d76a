namespace Belvedere.PromQL;

/// <summary>The name of a metric. One that is no plain identifier is inserted as <c>{"http.requests"}</c> (since Prometheus 3.0).</summary>
/// <param name="Value">The name.</param>
public sealed record MetricName(string Value)
{
    /// <summary>The name as a selector.</summary>
    public override string ToString() => IsPlain(Value) ? Value : $"{{{GoText.Quote(Value)}}}";

    static bool IsPlain(string name) => LabelNames.IsPlain(name.Replace(':', '_'));
}
