using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Kubernetes.ClusterManagement;

namespace Belvedere.Lowering.Delivery.Acm;

/// <summary>Which clusters Advanced Cluster Management chooses: by labels of theirs, so that a new cluster is one label away.</summary>
static class PlacementLowering
{
    /// <summary>The label of a <c>ManagedCluster</c> that names its profile.</summary>
    public const string ProfileLabel = "belvedere.dev/profile";

    /// <summary>The label of a <c>ManagedCluster</c> that is one of several hubs.</summary>
    public const string RegionalHubLabel = "belvedere.dev/regional-hub";

    /// <summary>The label that names its ring.</summary>
    public const string RingLabel = "belvedere.dev/ring";

    /// <summary>The label that every <c>PlacementDecision</c> of a placement carries: there is one object for each hundred clusters.</summary>
    public const string DecisionLabel = "cluster.open-cluster-management.io/placement";

    // ACM writes the release of OpenShift into this label of each ManagedCluster.
    const string ReleaseLabel = "openshiftVersion-major-minor";

    /// <summary>What the clusters of a base have in their labels.</summary>
    public static IEnumerable<LabelSelectorRequirement> Of(BoundBase shared) =>
    [
        Has(ProfileLabel, shared.Profile.Name),
        shared.OpenShift is { } line ? Has(ReleaseLabel, line.ToString()) : new LabelSelectorRequirement { Key = ReleaseLabel, Operator = "DoesNotExist" },
    ];

    /// <summary>A placement of all clusters of some sets whose labels fit.</summary>
    public static Kubernetes.ClusterManagement.Placement Placement(string topology, string name, string @namespace, IReadOnlyList<string> clusterSets, params IReadOnlyList<LabelSelectorRequirement> labels) => new()
    {
        Metadata = new() { Name = name, Namespace = @namespace, Labels = Labels.Of(topology) },
        Spec = new()
        {
            ClusterSets = clusterSets,
            Predicates = [new() { RequiredClusterSelector = new() { LabelSelector = new() { MatchExpressions = labels } } }],
            // Without these a break in the network takes the cluster from the decision, and its monitoring from the cluster.
            Tolerations =
            [
                new() { Key = "cluster.open-cluster-management.io/unreachable", Operator = "Exists" },
                new() { Key = "cluster.open-cluster-management.io/unavailable", Operator = "Exists" },
            ],
        },
    };

    /// <summary>What lets a namespace place onto clusters of a set. The API wants both to have one name.</summary>
    public static IEnumerable<ManagedClusterSetBinding> Bindings(string topology, string @namespace, IEnumerable<string> clusterSets) =>
        clusterSets.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(set => new ManagedClusterSetBinding
        {
            Metadata = new() { Name = set, Namespace = @namespace, Labels = Labels.Of(topology) },
            Spec = new() { ClusterSet = set },
        });

    /// <summary>The requirement that a label has a value.</summary>
    public static LabelSelectorRequirement Has(string label, params IReadOnlyList<string> values) => new() { Key = label, Operator = "In", Values = values };
}
