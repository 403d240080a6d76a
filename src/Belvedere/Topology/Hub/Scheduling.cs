using Belvedere.Kubernetes;

namespace Belvedere;

/// <summary>
/// Where pods run and what they may displace. Replicas are spread over zones and nodes in any case, as far as there are
/// enough of them.
/// </summary>
public sealed record Scheduling
{
    /// <summary>Labels that a node must have (<c>nodeSelector</c>), for example of infrastructure nodes.</summary>
    public LabelSet NodeSelector { get; init; } = LabelSet.Empty;

    /// <summary>Taints of nodes that are borne (<c>tolerations</c>).</summary>
    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];

    /// <summary>Finer rules (<c>affinity</c>).</summary>
    public Affinity? Affinity { get; init; }

    /// <summary>
    /// A priority class that is on the cluster (<c>priorityClassName</c>). By default the hub's own; see
    /// <see cref="Hub.Priority"/>.
    /// </summary>
    public string? PriorityClass { get; init; }
}
