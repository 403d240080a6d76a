using System.Text.Json.Nodes;

namespace Belvedere.Tests.Sync;

/// <summary>Fields that the API server refuses to change, by kind.</summary>
static class ImmutableFields
{
    // All of a StatefulSet's specification but these.
    static readonly HashSet<string> OfStatefulSetMutable = ["replicas", "ordinals", "template", "updateStrategy", "persistentVolumeClaimRetentionPolicy", "minReadySeconds", "revisionHistoryLimit"];

    public static IEnumerable<string> Changed(JsonObject before, JsonObject after) => after.Kind() switch
    {
        "StatefulSet" => Keys(before, after).Where(key => !OfStatefulSetMutable.Contains(key) && Differs(before, after, key)),
        "Deployment" or "DaemonSet" => new[] { "selector" }.Where(key => Differs(before, after, key)),
        "Job" => new[] { "selector", "template" }.Where(key => Differs(before, after, key)),
        "Service" => new[] { "clusterIP" }.Where(key => Differs(before, after, key)),
        "PersistentVolumeClaim" => Keys(before, after).Where(key => key is not "resources" && Differs(before, after, key)),
        "RoleBinding" or "ClusterRoleBinding" => JsonNode.DeepEquals(before["roleRef"], after["roleRef"]) ? [] : ["roleRef"],
        "PriorityClass" => JsonNode.DeepEquals(before["value"], after["value"]) ? [] : ["value"],
        "StorageClass" => new[] { "provisioner", "parameters" }.Where(key => !JsonNode.DeepEquals(before[key], after[key])),
        _ => [],
    };

    static IEnumerable<string> Keys(JsonObject before, JsonObject after) =>
        ((JsonObject)before["spec"]!).Select(entry => entry.Key).Union(((JsonObject)after["spec"]!).Select(entry => entry.Key));

    static bool Differs(JsonObject before, JsonObject after, string key) => !JsonNode.DeepEquals(before["spec"]![key], after["spec"]![key]);
}
