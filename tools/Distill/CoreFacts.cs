using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>
/// What API servers check of Kubernetes' own types in code, so that its OpenAPI document does not say it: enumerations, bounds,
/// what cannot be changed later. Sources: the API reference of each type and the validation packages of Kubernetes 1.25-1.36;
/// only what holds in all of them.
/// </summary>
static class CoreFacts
{
    const string Port = "minimum 1 maximum 65535";
    const string NotNegative = "minimum 0";
    const string FileMode = "minimum 0 maximum 511";

    /// <summary>The name of an enumeration, its values, and the fields that have it.</summary>
    static readonly (string Name, string[] Values, string[] Fields)[] Enumerations =
    [
        ("Protocol", ["TCP", "UDP", "SCTP"], ["ContainerPort.protocol", "ServicePort.protocol", "NetworkPolicyPort.protocol", "EndpointPort.protocol"]),
        ("PullPolicy", ["Always", "IfNotPresent", "Never"], ["Container.imagePullPolicy", "EphemeralContainer.imagePullPolicy", "ImageVolumeSource.pullPolicy"]),
        ("PodRestartPolicy", ["Always", "OnFailure", "Never"], ["PodSpec.restartPolicy"]),
        ("DNSPolicy", ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"], ["PodSpec.dnsPolicy"]),
        ("PreemptionPolicy", ["PreemptLowerPriority", "Never"], ["PodSpec.preemptionPolicy", "PriorityClass.preemptionPolicy"]),
        ("TerminationMessagePolicy", ["File", "FallbackToLogsOnError"], ["Container.terminationMessagePolicy", "EphemeralContainer.terminationMessagePolicy"]),
        ("URIScheme", ["HTTP", "HTTPS"], ["HTTPGetAction.scheme"]),
        ("TolerationOperator", ["Equal", "Exists"], ["Toleration.operator"]),
        ("TaintEffect", ["NoSchedule", "PreferNoSchedule", "NoExecute"], ["Toleration.effect"]),
        ("NodeSelectorOperator", ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"], ["NodeSelectorRequirement.operator"]),
        ("LabelSelectorOperator", ["In", "NotIn", "Exists", "DoesNotExist"], ["LabelSelectorRequirement.operator"]),
        ("UnsatisfiableConstraintAction", ["DoNotSchedule", "ScheduleAnyway"], ["TopologySpreadConstraint.whenUnsatisfiable"]),
        ("NodeInclusionPolicy", ["Honor", "Ignore"], ["TopologySpreadConstraint.nodeAffinityPolicy", "TopologySpreadConstraint.nodeTaintsPolicy"]),
        ("ProfileType", ["RuntimeDefault", "Localhost", "Unconfined"], ["SeccompProfile.type", "AppArmorProfile.type"]),
        ("FSGroupChangePolicy", ["OnRootMismatch", "Always"], ["PodSecurityContext.fsGroupChangePolicy"]),
        ("SupplementalGroupsPolicy", ["Merge", "Strict"], ["PodSecurityContext.supplementalGroupsPolicy"]),
        ("MountPropagation", ["None", "HostToContainer", "Bidirectional"], ["VolumeMount.mountPropagation"]),
        ("HostPathType", ["", "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice"], ["HostPathVolumeSource.type"]),
        ("AccessMode", ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"], ["PersistentVolumeClaimSpec.accessModes", "PersistentVolumeSpec.accessModes"]),
        ("VolumeMode", ["Filesystem", "Block"], ["PersistentVolumeClaimSpec.volumeMode", "PersistentVolumeSpec.volumeMode"]),
        ("VolumeReclaimPolicy", ["Retain", "Delete", "Recycle"], ["PersistentVolumeSpec.persistentVolumeReclaimPolicy"]),
        ("ReclaimPolicy", ["Retain", "Delete"], ["StorageClass.reclaimPolicy"]),
        ("VolumeBindingMode", ["Immediate", "WaitForFirstConsumer"], ["StorageClass.volumeBindingMode"]),
        ("ServiceType", ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"], ["ServiceSpec.type"]),
        ("SessionAffinity", ["None", "ClientIP"], ["ServiceSpec.sessionAffinity"]),
        ("TrafficPolicy", ["Cluster", "Local"], ["ServiceSpec.externalTrafficPolicy", "ServiceSpec.internalTrafficPolicy"]),
        ("IPFamily", ["IPv4", "IPv6"], ["ServiceSpec.ipFamilies"]),
        ("IPFamilyPolicy", ["SingleStack", "PreferDualStack", "RequireDualStack"], ["ServiceSpec.ipFamilyPolicy"]),
        ("PodManagementPolicy", ["OrderedReady", "Parallel"], ["StatefulSetSpec.podManagementPolicy"]),
        ("StatefulSetUpdateStrategyType", ["RollingUpdate", "OnDelete"], ["StatefulSetUpdateStrategy.type"]),
        ("DaemonSetUpdateStrategyType", ["RollingUpdate", "OnDelete"], ["DaemonSetUpdateStrategy.type"]),
        ("DeploymentStrategyType", ["RollingUpdate", "Recreate"], ["DeploymentStrategy.type"]),
        ("ClaimRetention", ["Retain", "Delete"], ["StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted", "StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled"]),
        ("ConcurrencyPolicy", ["Allow", "Forbid", "Replace"], ["CronJobSpec.concurrencyPolicy"]),
        ("CompletionMode", ["NonIndexed", "Indexed"], ["JobSpec.completionMode"]),
        ("UnhealthyPodEvictionPolicy", ["IfHealthyBudget", "AlwaysAllow"], ["PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy"]),
        ("PolicyType", ["Ingress", "Egress"], ["NetworkPolicySpec.policyTypes"]),
        ("PathType", ["Exact", "Prefix", "ImplementationSpecific"], ["HTTPIngressPath.pathType"]),
        ("MetricSourceType", ["ContainerResource", "External", "Object", "Pods", "Resource"], ["MetricSpec.type"]),
        ("MetricTargetType", ["Utilization", "Value", "AverageValue"], ["MetricTarget.type"]),
        ("ScalingPolicyType", ["Pods", "Percent"], ["HPAScalingPolicy.type"]),
        ("ScalingPolicySelect", ["Max", "Min", "Disabled"], ["HPAScalingRules.selectPolicy"]),
        ("AddressType", ["IPv4", "IPv6", "FQDN"], ["EndpointSlice.addressType"]),
        ("WebhookFailurePolicy", ["Ignore", "Fail"], ["ValidatingWebhook.failurePolicy", "MutatingWebhook.failurePolicy"]),
        ("WebhookMatchPolicy", ["Exact", "Equivalent"], ["ValidatingWebhook.matchPolicy", "MutatingWebhook.matchPolicy"]),
        ("WebhookSideEffects", ["None", "NoneOnDryRun"], ["ValidatingWebhook.sideEffects", "MutatingWebhook.sideEffects"]),
        ("WebhookReinvocationPolicy", ["Never", "IfNeeded"], ["MutatingWebhook.reinvocationPolicy"]),
        ("ResourceScope", ["Cluster", "Namespaced"], ["CustomResourceDefinitionSpec.scope"]),
    ];

    /// <summary>Bounds and what cannot be changed, as keywords.</summary>
    static readonly (string Facts, string[] Fields)[] Others =
    [
        (Port, ["ContainerPort.containerPort", "ContainerPort.hostPort", "ServicePort.port"]),
        (NotNegative,
        [
            "StatefulSetSpec.replicas", "StatefulSetSpec.minReadySeconds", "StatefulSetSpec.revisionHistoryLimit", "DeploymentSpec.replicas",
            "DeploymentSpec.minReadySeconds", "DeploymentSpec.revisionHistoryLimit", "DaemonSetSpec.minReadySeconds", "ReplicaSetSpec.replicas",
            "PodSpec.terminationGracePeriodSeconds", "JobSpec.parallelism", "JobSpec.completions", "JobSpec.backoffLimit", "JobSpec.ttlSecondsAfterFinished",
            "CronJobSpec.successfulJobsHistoryLimit", "CronJobSpec.failedJobsHistoryLimit", "Probe.initialDelaySeconds", "Probe.periodSeconds",
            "Probe.timeoutSeconds", "Probe.successThreshold", "Probe.failureThreshold", "HorizontalPodAutoscalerSpec.minReplicas",
            "SecurityContext.runAsUser", "SecurityContext.runAsGroup", "PodSecurityContext.runAsUser", "PodSecurityContext.runAsGroup", "PodSecurityContext.fsGroup",
        ]),
        ("minimum 1", ["TopologySpreadConstraint.maxSkew", "TopologySpreadConstraint.minDomains", "HorizontalPodAutoscalerSpec.maxReplicas"]),
        ("minimum 1 maximum 100", ["PreferredSchedulingTerm.weight", "WeightedPodAffinityTerm.weight"]),
        ("minimum 1 maximum 86400", ["ClientIPConfig.timeoutSeconds"]),
        (FileMode, ["ConfigMapVolumeSource.defaultMode", "SecretVolumeSource.defaultMode", "ProjectedVolumeSource.defaultMode", "DownwardAPIVolumeSource.defaultMode", "KeyToPath.mode"]),
        ("x-immutable true",
        [
            "StatefulSetSpec.selector", "StatefulSetSpec.serviceName", "StatefulSetSpec.podManagementPolicy", "StatefulSetSpec.volumeClaimTemplates",
            "DeploymentSpec.selector", "DaemonSetSpec.selector", "ReplicaSetSpec.selector", "JobSpec.selector", "JobSpec.template", "JobSpec.completionMode",
            "PersistentVolumeClaimSpec.accessModes", "PersistentVolumeClaimSpec.storageClassName", "PersistentVolumeClaimSpec.volumeMode",
            "PersistentVolumeClaimSpec.selector", "PersistentVolumeClaimSpec.dataSource", "PersistentVolumeClaimSpec.dataSourceRef",
            "ServiceSpec.clusterIP", "RoleBinding.roleRef", "ClusterRoleBinding.roleRef", "StorageClass.provisioner", "StorageClass.parameters",
            "StorageClass.reclaimPolicy", "StorageClass.volumeBindingMode", "Secret.type", "IngressClassSpec.controller",
            "CustomResourceDefinitionSpec.group", "CustomResourceDefinitionSpec.scope", "EndpointSlice.addressType",
        ]),
        // Ports are told apart by it too.
        ("default TCP", ["ContainerPort.protocol", "ServicePort.protocol", "NetworkPolicyPort.protocol", "EndpointPort.protocol"]),
        // Go writes it as null where it is not set, and half of what people paste has it.
        ("nullable true", ["ObjectMeta.creationTimestamp"]),
        ("x-immutable true maximum 1000000000", ["PriorityClass.value"]),
    ];

    static readonly Dictionary<string, string> EnumerationOf = (from entry in Enumerations from field in entry.Fields select (field, entry.Name)).ToDictionary(StringComparer.Ordinal);

    static readonly Dictionary<string, string> FactsOf = (from entry in Others from field in entry.Fields select (field, entry.Facts)).ToDictionary(StringComparer.Ordinal);

    static readonly HashSet<string> Used = new(StringComparer.Ordinal);

    /// <summary>The enumerations as definitions.</summary>
    public static IEnumerable<(string Name, MapNode Schema)> Definitions =>
        from entry in Enumerations
        select (entry.Name, MapNode.Of(("type", ScalarNode.String("string")), ("enum", ListNode.Of(entry.Values))));

    /// <summary>Entries that no field has taken: the table is wrong, or upstream has changed.</summary>
    public static IEnumerable<string> Unused => EnumerationOf.Keys.Concat(FactsOf.Keys).Where(key => !Used.Contains(key));

    /// <summary>A field's schema with what is known of it.</summary>
    public static MapNode Apply(string type, string field, MapNode schema)
    {
        var key = $"{type}.{field}";
        Used.Add(key);
        if (EnumerationOf.TryGetValue(key, out var enumeration))
        {
            var reference = Cleaning.Reference(Reference(enumeration));
            schema = schema["items"] is null ? reference : schema.With("items", reference);
        }

        if (FactsOf.TryGetValue(key, out var facts))
            foreach (var pair in facts.Split(' ').Chunk(2))
                schema = schema.With(pair[0], Value(pair[1]));
        return schema;
    }

    static ScalarNode Value(string text) =>
        text is "true" ? ScalarNode.True : char.IsAsciiDigit(text[0]) ? new ScalarNode(ScalarKind.Integer, text) : ScalarNode.String(text);

    /// <summary>What references to an enumeration say until it has a file.</summary>
    public static string Reference(string enumeration) => "@enumeration " + enumeration;
}
