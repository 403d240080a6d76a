using System.Text.Json.Nodes;

namespace Belvedere.Tests.RealPrometheus;

/// <summary>
/// What the operators make of our objects: the external labels and the <c>remote_write</c> of <c>prometheus.yml</c>. A field that
/// is not in these tables fails the test, so that a new one is read here too.
/// </summary>
/// <param name="ExternalLabels">As Prometheus reads them.</param>
/// <param name="RemoteWrite">The entry to the hub.</param>
sealed record OperatorConfiguration(JsonObject ExternalLabels, JsonObject RemoteWrite)
{
    // Newer than the Prometheus 2.42 that runs here.
    static readonly HashSet<string> TooNew = ["messageVersion", "roundRobinDNS", "sampleAgeLimit", "noProxy", "proxyFromEnvironment"];

    static readonly Dictionary<string, string> OfEntry = new(StringComparer.Ordinal)
    {
        ["name"] = "name",
        ["url"] = "url",
        ["remoteTimeout"] = "remote_timeout",
        ["headers"] = "headers",
        ["writeRelabelConfigs"] = "write_relabel_configs",
        ["tlsConfig"] = "tls_config",
        ["queueConfig"] = "queue_config",
        ["metadataConfig"] = "metadata_config",
        ["sendExemplars"] = "send_exemplars",
        ["sendNativeHistograms"] = "send_native_histograms",
        ["proxyUrl"] = "proxy_url",
    };

    static readonly Dictionary<string, string> OfRelabeling = new(StringComparer.Ordinal)
    {
        ["sourceLabels"] = "source_labels",
        ["separator"] = "separator",
        ["targetLabel"] = "target_label",
        ["regex"] = "regex",
        ["modulus"] = "modulus",
        ["replacement"] = "replacement",
        ["action"] = "action",
    };

    static readonly Dictionary<string, string> OfQueue = new(StringComparer.Ordinal)
    {
        ["capacity"] = "capacity",
        ["minShards"] = "min_shards",
        ["maxShards"] = "max_shards",
        ["maxSamplesPerSend"] = "max_samples_per_send",
        ["batchSendDeadline"] = "batch_send_deadline",
        ["minBackoff"] = "min_backoff",
        ["maxBackoff"] = "max_backoff",
        ["retryOnRateLimit"] = "retry_on_http_429",
    };

    /// <summary>A Prometheus or PrometheusAgent: the operator adds a label for the object, and one for the pod.</summary>
    /// <param name="made">The object.</param>
    /// <param name="pod">The name of its first pod.</param>
    /// <param name="secrets">The folder of the Secrets.</param>
    public static OperatorConfiguration OfResource(JsonObject made, string pod, string secrets)
    {
        var spec = made["spec"]!.AsObject();
        var labels = new JsonObject();
        if (((string?)spec["prometheusExternalLabelName"] ?? "prometheus") is { Length: > 0 } prometheus)
            labels[prometheus] = $"{made["metadata"]!["namespace"]}/{made["metadata"]!["name"]}";
        if (((string?)spec["replicaExternalLabelName"] ?? "prometheus_replica") is { Length: > 0 } replica)
            labels[replica] = pod;
        foreach (var (name, value) in spec["externalLabels"]?.AsObject() ?? [])
            labels[name] = value!.DeepClone();
        return new(labels, Entry(spec["remoteWrite"]!.AsArray().Single()!.AsObject(), secrets, []));
    }

    /// <summary>An instance of OpenShift's monitoring: the operator sets the cluster's id before our steps, and drops it after them.</summary>
    /// <param name="instance">The part of <c>config.yaml</c> that configures it.</param>
    /// <param name="clusterId">The id that the platform gave the cluster.</param>
    /// <param name="secrets">The folder of the Secrets.</param>
    public static OperatorConfiguration OfPlatform(JsonObject instance, string clusterId, string secrets)
    {
        const string Temporary = "__tmp_openshift_cluster_id__";
        var labels = new JsonObject { ["prometheus"] = "openshift-monitoring/k8s", ["prometheus_replica"] = "prometheus-k8s-0" };
        foreach (var (name, value) in instance["externalLabels"]?.AsObject() ?? [])
            labels[name] = value!.DeepClone();

        var write = Entry(
            instance["remoteWrite"]!.AsArray().Single()!.AsObject(),
            secrets,
            [new JsonObject { ["target_label"] = Temporary, ["replacement"] = clusterId, ["action"] = "replace" }]);
        write["write_relabel_configs"]!.AsArray().Add(new JsonObject { ["regex"] = Temporary, ["action"] = "labeldrop" });
        return new(labels, write);
    }

    static JsonObject Entry(JsonObject entry, string secrets, JsonArray firstSteps)
    {
        var made = Renamed(entry, OfEntry, (name, value) => name switch
        {
            "tlsConfig" => Tls(value.AsObject(), secrets),
            "queueConfig" => Renamed(value.AsObject(), OfQueue),
            "writeRelabelConfigs" => new JsonArray([.. value.AsArray().Select(step => (JsonNode)Renamed(step!.AsObject(), OfRelabeling))]),
            _ => value.DeepClone(),
        });
        foreach (var step in made["write_relabel_configs"]?.AsArray() ?? [])
            firstSteps.Add(step!.DeepClone());
        if (firstSteps.Count > 0)
            made["write_relabel_configs"] = firstSteps;
        return made;
    }

    // References become files, one for each key of a Secret or ConfigMap.
    static JsonObject Tls(JsonObject tls, string secrets)
    {
        var made = new JsonObject();
        foreach (var (name, value) in tls)
            made[name switch
            {
                "ca" => "ca_file",
                "cert" => "cert_file",
                "keySecret" => "key_file",
                "serverName" => "server_name",
                "insecureSkipVerify" => "insecure_skip_verify",
                _ => throw new NotSupportedException($"tlsConfig.{name} is not in the table of the operator's fields."),
            }] = value is JsonObject reference ? File(reference, secrets) : value!.DeepClone();
        return made;
    }

    static string File(JsonObject reference, string secrets)
    {
        var key = reference["secret"] ?? reference["configMap"] ?? reference;
        return Path.Combine(secrets, (string)key["name"]!, (string)key["key"]!);
    }

    static JsonObject Renamed(JsonObject map, Dictionary<string, string> names, Func<string, JsonNode, JsonNode>? inner = null)
    {
        var made = new JsonObject();
        foreach (var (name, value) in map.Where(entry => !TooNew.Contains(entry.Key)))
            made[names.GetValueOrDefault(name) ?? throw new NotSupportedException($"{name} is not in the table of the operator's fields.")] = inner?.Invoke(name, value!) ?? value!.DeepClone();
        return made;
    }
}
