using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Platforms;

/// <summary>Who acts on an object: the operators that reconcile it, and the instances that select it.</summary>
static class PlatformReconcilers
{
    /// <summary>The annotation by which an operator and its objects know each other.</summary>
    public const string ControllerIdAnnotation = "operator.prometheus.io/controller-id";

    static OperatorRow[]? operators;

    static InstanceRow[]? instances;

    /// <summary>Every row of the table of operators.</summary>
    public static IReadOnlyList<OperatorRow> Operators => operators ??= Table.Read("operators", row => new OperatorRow(
        row["platform"],
        row["operator"],
        row["namespace"],
        row["api-group"],
        row.Words("kinds"),
        row.Words("reconciles-in"),
        row["controller-id"],
        row.Optional("object-labels") is { } labels ? LabelSelector.Parse(labels) : null,
        row.Optional("requires"),
        row.Range));

    /// <summary>Every row of the table of instances that select rules, monitors and Alertmanager configurations.</summary>
    public static IReadOnlyList<InstanceRow> Instances => instances ??= Table.Read("selecting-instances", row => new InstanceRow(
        row["platform"],
        row["kind"],
        row["name"],
        row["namespace"],
        row["selects"],
        LabelSelector.Parse(row["object-selector"]),
        LabelSelector.Parse(row["namespace-selector"]),
        row.Optional("requires"),
        row.Range));

    extension(Platform platform)
    {
        /// <summary>
        /// The operators that look at objects of a kind in a namespace, whatever the objects carry. An operator that needs
        /// something switched on or installed says so in <see cref="OperatorRow.Requires"/>.
        /// </summary>
        public IReadOnlyList<OperatorRow> OperatorsWatching(string apiVersion, string kind, string @namespace) =>
            [.. Operators.Where(row => platform.Has(row) && row.Watches(apiVersion, kind, @namespace))];

        /// <summary>The operators that reconcile one object: those that look at it, and whose id and labels it carries.</summary>
        public IReadOnlyList<OperatorRow> Reconcilers(
            string apiVersion,
            string kind,
            string @namespace,
            IReadOnlyDictionary<string, string> labels,
            IReadOnlyDictionary<string, string> annotations) =>
            [.. platform.OperatorsWatching(apiVersion, kind, @namespace).Where(row => row.Accepts(labels, annotations))];

        /// <summary>
        /// The instances of the platform that take a <c>PrometheusRule</c>, <c>ServiceMonitor</c>, <c>PodMonitor</c>, <c>Probe</c>
        /// or <c>AlertmanagerConfig</c> of <c>monitoring.coreos.com</c>; what must be set for each is in <see cref="InstanceRow.Requires"/>.
        /// </summary>
        public IReadOnlyList<InstanceRow> Selecting(
            string kind,
            IReadOnlyDictionary<string, string> labels,
            IReadOnlyDictionary<string, string> namespaceLabels) =>
            [.. Instances.Where(row => platform.ReleaseOf(row.Platform) is { } release
                && row.Releases.Contains(release)
                && row.Selects == kind
                && row.ObjectSelector.Matches(labels)
                && row.NamespaceSelector.Matches(namespaceLabels))];

        // OpenShift is a Kubernetes too, but brings its own operators; the row of Kubernetes is about what users install there.
        bool Has(OperatorRow row) => !(row.Platform == "kubernetes" && platform.IsOpenShift)
            && platform.ReleaseOf(row.Platform) is { } release
            && row.Releases.Contains(release);
    }
}

/// <summary>An operator in some releases of a platform.</summary>
/// <param name="Platform">The platform, or the operator that brings it.</param>
/// <param name="Name">Its deployment.</param>
/// <param name="Namespace">The namespace that it runs in; <c>*</c> when users choose.</param>
/// <param name="ApiGroup">The group that it reconciles.</param>
/// <param name="Kinds">The kinds that it reconciles.</param>
/// <param name="ReconcilesIn">The namespaces whose objects it reconciles; <c>*</c> is every one.</param>
/// <param name="ControllerId">What objects carry in <c>operator.prometheus.io/controller-id</c>; empty: nothing.</param>
/// <param name="ObjectLabels">The labels that objects must carry; null: none.</param>
/// <param name="Requires">What must be switched on or installed; null: nothing.</param>
/// <param name="Releases">The platform's releases that have it so.</param>
sealed record OperatorRow(
    string Platform,
    string Name,
    string Namespace,
    string ApiGroup,
    string[] Kinds,
    string[] ReconcilesIn,
    string ControllerId,
    LabelSelector? ObjectLabels,
    string? Requires,
    VersionRange Releases)
{
    /// <summary>Whether it looks at objects of a kind in a namespace.</summary>
    public bool Watches(string apiVersion, string kind, string @namespace) =>
        apiVersion.StartsWith(ApiGroup, StringComparison.Ordinal)
        && apiVersion.AsSpan(ApiGroup.Length).StartsWith("/")
        && Kinds.Contains(kind)
        && (ReconcilesIn is ["*"] || ReconcilesIn.Contains(@namespace));

    /// <summary>Whether it takes an object with these labels and annotations as its own.</summary>
    public bool Accepts(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> annotations) =>
        annotations.GetValueOrDefault(PlatformReconcilers.ControllerIdAnnotation, "") == ControllerId && ObjectLabels?.Matches(labels) != false;
}

/// <summary>An instance in some releases of a platform, and one kind that it selects.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Kind">The kind of the instance.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Selects">The kind that it selects.</param>
/// <param name="ObjectSelector">What the object must carry.</param>
/// <param name="NamespaceSelector">What the object's namespace must carry.</param>
/// <param name="Requires">What must be set for it to be so; null: nothing.</param>
/// <param name="Releases">The platform's releases that have it so.</param>
sealed record InstanceRow(
    string Platform,
    string Kind,
    string Name,
    string Namespace,
    string Selects,
    LabelSelector ObjectSelector,
    LabelSelector NamespaceSelector,
    string? Requires,
    VersionRange Releases);
