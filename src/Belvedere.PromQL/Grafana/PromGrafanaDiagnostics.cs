using static Belvedere.PromQL.PromSeverity;

namespace Belvedere.PromQL;

/// <summary>What is reported of the query functions that only Grafana has.</summary>
public static class PromGrafanaDiagnostics
{
    /// <summary>The last argument of <c>label_values()</c> is no label.</summary>
    public static readonly PromDiagnosticDescriptor LabelMissing = new("BLV2111", Error, "label_values() without a label");

    /// <summary><c>label_values()</c> or <c>label_names()</c> is given an expression that is no selector.</summary>
    public static readonly PromDiagnosticDescriptor NotASelector = new("BLV2112", Error, "Expression where a selector must stand");

    internal static readonly PromDiagnosticDescriptor[] All = [LabelMissing, NotASelector];
}
