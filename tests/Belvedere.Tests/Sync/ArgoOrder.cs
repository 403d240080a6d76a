using System.Text.Json.Nodes;

namespace Belvedere.Tests.Sync;

/// <summary>
/// The order in which Argo CD applies the objects of one application: by wave, in a wave by kind as its engine lists them, then
/// by name. Namespaces come no later than what is in them, definitions no later than objects of their kinds. With
/// <c>PruneLast</c> removals come when all waves are healthy.
/// </summary>
static class ArgoOrder
{
    // As the engine lists them; every other kind comes after these.
    static readonly string[] Kinds =
    [
        "Namespace", "NetworkPolicy", "ResourceQuota", "LimitRange", "PodSecurityPolicy", "PodDisruptionBudget", "ServiceAccount", "Secret", "SecretList", "ConfigMap",
        "StorageClass", "PersistentVolume", "PersistentVolumeClaim", "CustomResourceDefinition", "ClusterRole", "ClusterRoleList", "ClusterRoleBinding", "ClusterRoleBindingList",
        "Role", "RoleList", "RoleBinding", "RoleBindingList", "Service", "DaemonSet", "Pod", "ReplicationController", "ReplicaSet", "Deployment", "HorizontalPodAutoscaler",
        "StatefulSet", "Job", "CronJob", "IngressClass", "Ingress", "APIService",
    ];

    /// <summary>The waves in their order, each with its objects in theirs.</summary>
    public static IEnumerable<IReadOnlyList<JsonObject>> Waves(IReadOnlyList<JsonObject> objects) => objects
        .GroupBy(made => WaveOf(made, objects))
        .OrderBy(wave => wave.Key)
        .Select(wave => (IReadOnlyList<JsonObject>)[.. wave.OrderBy(made => Rank(made.Kind())).ThenBy(made => made.Kind(), StringComparer.Ordinal).ThenBy(made => made.Name(), StringComparer.Ordinal)]);

    static int WaveOf(JsonObject made, IReadOnlyList<JsonObject> objects) => made.Kind() switch
    {
        "Namespace" => objects.Where(other => other.Namespace() == made.Name()).Select(other => other.SyncWave()).Append(made.SyncWave()).Min(),
        "CustomResourceDefinition" => objects.Where(other => other.Group() == (string?)made["spec"]!["group"]).Select(other => other.SyncWave()).Append(made.SyncWave()).Min(),
        _ => made.SyncWave(),
    };

    static int Rank(string kind) => Array.IndexOf(Kinds, kind) is var at and >= 0 ? at : Kinds.Length;
}
