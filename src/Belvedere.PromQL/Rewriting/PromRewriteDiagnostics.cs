using static Belvedere.PromQL.PromSeverity;

namespace Belvedere.PromQL;

/// <summary>What substituting variables and inlining recording rules report.</summary>
public static class PromRewriteDiagnostics
{
    /// <summary>A variable's value does not fit the place where the variable stands.</summary>
    public static readonly PromDiagnosticDescriptor ValueDoesNotFit = new("BLV2131", Error, "Value does not fit the variable's place");

    /// <summary>A recording rule is read in a way that its expression cannot replace.</summary>
    public static readonly PromDiagnosticDescriptor CannotInline = new("BLV2132", Error, "Recording rule cannot be inlined");

    internal static readonly PromDiagnosticDescriptor[] All = [ValueDoesNotFit, CannotInline];
}
