using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>A ring → an ApplicationSet that makes one Application for each of its clusters, from their <c>cluster.json</c> files.</summary>
static class RingLowering
{
    public static ApplicationSet Lower(BoundTopology topology, BoundArgoCd delivery, BoundRing ring)
    {
        var revision = SyncDefaults.Qualified(ring.Revision ?? delivery.Revision);
        return new ApplicationSet
        {
            Metadata = new() { Name = $"{topology.Name}-{ring.Name}", Namespace = delivery.Namespace, Labels = Labels.Of(topology.Name) },
            Spec = new()
            {
                GoTemplate = true,
                GoTemplateOptions = ["missingkey=error"],
                // An empty or broken generator must not take the clusters' monitoring with it.
                SyncPolicy = new() { ApplicationsSync = "create-update", PreserveResourcesOnDeletion = true },
                Generators =
                [
                    new()
                    {
                        Git = new()
                        {
                            RepoURL = delivery.Authored.Repository,
                            Revision = revision,
                            Files = [new() { Path = RepositoryPaths.In(delivery, "clusters/*/*/cluster.json") }],
                        },
                        Selector = new()
                        {
                            MatchLabels = new() { ["ring"] = ring.Name },
                            // A cluster that is switched off keeps what it has; trying to reach it would only fail.
                            MatchExpressions = topology.Clusters.Any(cluster => cluster.State is ClusterState.Hibernating)
                                ? [new() { Key = "state", Operator = "NotIn", Values = [ClusterStates.Text(ClusterState.Hibernating)] }]
                                : null,
                        },
                    },
                ],
                Template = new()
                {
                    Metadata = new()
                    {
                        Name = topology.Name + "-{{.cluster}}",
                        Labels = new() { ["belvedere.dev/ring"] = "{{.ring}}" },
                        Annotations = new() { [SyncDefaults.GeneratePaths] = "{{.generatePaths}}" },
                    },
                    Spec = new()
                    {
                        Project = topology.Name,
                        Destination = new()
                        {
                            Name = "{{.destination}}",
                            // A cluster has the one or the other; the one that is empty is left out by Argo CD.
                            Server = ByServer(topology) ? "{{.server}}" : null,
                            Namespace = "{{.namespace}}",
                        },
                        Source = new() { RepoURL = delivery.Authored.Repository, TargetRevision = revision, Path = "{{.path.path}}" },
                        RevisionHistoryLimit = SyncDefaults.History,
                        SyncPolicy = SyncDefaults.Policy,
                    },
                },
            },
        };
    }

    /// <summary>Whether a cluster is known by its API server, not by its name.</summary>
    public static bool ByServer(BoundTopology topology) => topology.Clusters.Any(cluster => cluster.Authored.ApiServer is not null);
}
