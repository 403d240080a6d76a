using static Belvedere.PromQL.PromSeverity;

namespace Belvedere.PromQL;

/// <summary>What the lift to many clusters reports.</summary>
public static class PromLiftDiagnostics
{
    /// <summary><c>absent()</c> over many clusters only tells that no cluster has the series.</summary>
    public static readonly PromDiagnosticDescriptor Absent = new("BLV2101", Error, "absent() cannot tell clusters apart");

    /// <summary><c>scalar()</c> takes one number where every cluster has its own.</summary>
    public static readonly PromDiagnosticDescriptor Scalar = new("BLV2102", Error, "scalar() cannot hold one number per cluster");

    /// <summary>A vector that comes from no series has no cluster where one is needed.</summary>
    public static readonly PromDiagnosticDescriptor NoCluster = new("BLV2103", Error, "Value without a cluster");

    /// <summary>The expression writes or reads the label that tells clusters apart.</summary>
    public static readonly PromDiagnosticDescriptor LabelTaken = new("BLV2104", Error, "Label is used for something else");

    /// <summary><c>info()</c> joins series of all clusters.</summary>
    public static readonly PromDiagnosticDescriptor Info = new("BLV2105", Error, "info() cannot tell clusters apart");

    /// <summary><c>limitk</c> and <c>limit_ratio</c> pick other series when there are more of them.</summary>
    public static readonly PromDiagnosticDescriptor Sampling = new("BLV2106", Error, "Sample differs over many clusters");

    /// <summary>The expression reads no series, so that its result has no cluster.</summary>
    public static readonly PromDiagnosticDescriptor NothingPerCluster = new("BLV2107", Error, "Expression reads no cluster's series");

    /// <summary>The expression speaks of the cluster label already; the lift changes what it says.</summary>
    public static readonly PromDiagnosticDescriptor AlreadyMentioned = new("BLV2108", Information, "Cluster label is mentioned already");

    internal static readonly PromDiagnosticDescriptor[] All =
        [Absent, Scalar, NoCluster, LabelTaken, Info, Sampling, NothingPerCluster, AlreadyMentioned];
}
