using System.Globalization;
using System.Text.Json.Nodes;

namespace Belvedere.Tests.Sync;

/// <summary>What the simulator reads of objects.</summary>
static class KubernetesObjects
{
    const string Wave = "argocd.argoproj.io/sync-wave";
    const string Options = "argocd.argoproj.io/sync-options";

    public static string Kind(this JsonObject made) => (string)made["kind"]!;

    public static string Name(this JsonObject made) => (string)made["metadata"]!["name"]!;

    public static string? Namespace(this JsonObject made) => (string?)made["metadata"]!["namespace"];

    public static string Group(this JsonObject made)
    {
        var apiVersion = (string)made["apiVersion"]!;
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : apiVersion[..slash];
    }

    public static string Id(this JsonObject made) => Id(made.Group(), made.Kind(), made.Namespace(), made.Name());

    public static string Id(string group, string kind, string? @namespace, string name) => $"{group}/{kind} {@namespace}/{name}";

    public static int SyncWave(this JsonObject made) => int.Parse((string?)made["metadata"]!["annotations"]?[Wave] ?? "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public static bool Has(this JsonObject made, string option) => ((string?)made["metadata"]!["annotations"]?[Options] ?? "").Split(',').Contains(option);

    /// <summary>The pods that a workload makes: their specification; null for what makes none.</summary>
    public static JsonObject? Pods(this JsonObject made) => made.Kind() is "Deployment" or "StatefulSet" or "DaemonSet" or "Job" ? made["spec"]!["template"]!["spec"]!.AsObject() : null;

    public static int Replicas(this JsonObject made) => (int)((long?)made["spec"]!["replicas"] ?? 1);

    /// <summary>What must be there before an object is, or the API server refuses it or its pods.</summary>
    public static IEnumerable<string> Requires(this JsonObject made)
    {
        if (made.Namespace() is { } home)
            yield return Id("", "Namespace", null, home);
        if ((made.Pods() ?? made["spec"] as JsonObject) is not { } spec)
            yield break;

        if ((string?)spec["priorityClassName"] is { } priority)
            yield return Id("scheduling.k8s.io", "PriorityClass", null, priority);
        if ((string?)spec["serviceAccountName"] is { } account)
            yield return Id("", "ServiceAccount", made.Namespace(), account);
    }

    /// <summary>What an object's pods wait for when it is not there: Secrets and ConfigMaps that they mount or read.</summary>
    public static IEnumerable<string> WaitsFor(this JsonObject made)
    {
        var home = made.Namespace();
        if (made.Pods() is { } pods)
            foreach (var reference in References(pods))
                yield return reference;
        if (made.Group() is "monitoring.coreos.com" or "monitoring.rhobs" && made.Kind() is "Prometheus" or "PrometheusAgent" or "MonitoringStack")
            foreach (var entry in (made["spec"]!["remoteWrite"] ?? made["spec"]!["prometheusConfig"]?["remoteWrite"]) as JsonArray ?? [])
                foreach (var part in (string[])["ca", "cert"])
                    if ((string?)entry!["tlsConfig"]?[part]?["secret"]?["name"] is { } secret)
                        yield return Id("", "Secret", home, secret);

        IEnumerable<string> References(JsonNode node) => node switch
        {
            JsonObject map => map.SelectMany(entry => Direct(entry.Key, entry.Value).Concat(entry.Value is null ? [] : References(entry.Value))),
            JsonArray list => list.SelectMany(item => item is null ? [] : References(item)),
            _ => [],
        };

        IEnumerable<string> Direct(string key, JsonNode? value) => (key, value) switch
        {
            ("secret", JsonObject secret) when (string?)(secret["secretName"] ?? secret["name"]) is { } name => [Id("", "Secret", home, name)],
            ("secretKeyRef" or "secretRef", JsonObject secret) when (string?)secret["name"] is { } name => [Id("", "Secret", home, name)],
            ("configMap" or "configMapKeyRef" or "configMapRef", JsonObject map) when (string?)map["name"] is { } name => [Id("", "ConfigMap", home, name)],
            _ => [],
        };
    }

    /// <summary>Objects that others make of an object.</summary>
    public static IEnumerable<string> Brings(this JsonObject made)
    {
        var home = made.Namespace();
        return (made.Group(), made.Kind()) switch
        {
            ("external-secrets.io", "ExternalSecret") => [Id("", "Secret", home, (string?)made["spec"]!["target"]?["name"] ?? made.Name())],
            ("cert-manager.io", "Certificate") => [Id("", "Secret", home, (string)made["spec"]!["secretName"]!)],
            ("objectbucket.io", "ObjectBucketClaim") => [Id("", "Secret", home, made.Name()), Id("", "ConfigMap", home, made.Name())],
            _ => [],
        };
    }
}
