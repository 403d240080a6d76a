using System.Collections.Frozen;
using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>
/// Recognises the types of Kubernetes that a CRD has expanded: the reviewed table of which types are looked for, and the
/// structural match that proves it. A whole subtree is replaced at once, so the parts of a type need no entry of their own.
/// </summary>
sealed class CoreTypes
{
    const string Core = "io.k8s.api.core.v1.";
    const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    /// <summary>Types with a structure of their own, wherever they stand.</summary>
    static readonly string[] Anywhere =
    [
        Core + "PodSpec", Core + "PodTemplateSpec", Core + "Container", Core + "EphemeralContainer", Core + "Volume", Core + "VolumeMount",
        Core + "Affinity", Core + "NodeAffinity", Core + "NodeSelector", Core + "Toleration",
        Core + "TopologySpreadConstraint", Core + "SecurityContext", Core + "PodSecurityContext", Core + "ResourceRequirements",
        Core + "VolumeResourceRequirements", Core + "EnvVar", Core + "EnvVarSource", Core + "EnvFromSource",
        Core + "Probe", Core + "Lifecycle", Core + "HostAlias", Core + "PodDNSConfig", Core + "EmptyDirVolumeSource",
        Core + "EphemeralVolumeSource", Core + "PersistentVolumeClaimSpec", Core + "PersistentVolumeClaimStatus", Core + "ServiceSpec",
        Core + "ServicePort", "io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy", Core + "KeyToPath", Core + "ObjectReference",
        Meta + "LabelSelector", Meta + "Condition", "io.k8s.api.apps.v1.DeploymentSpec", "io.k8s.api.apps.v1.DeploymentStrategy",
        "io.k8s.api.networking.v1.IngressSpec", "io.k8s.api.rbac.v1.PolicyRule",
    ];

    /// <summary>Types whose structure is too common to prove anything: the field's name decides between them.</summary>
    static readonly (string Type, Func<string, bool> Field)[] ByField =
    [
        (Core + "ConfigMapKeySelector", field => field.Contains("configMap", StringComparison.OrdinalIgnoreCase)),
        (Core + "SecretKeySelector", field => !field.Contains("configMap", StringComparison.OrdinalIgnoreCase)),
        ("io.k8s.api.rbac.v1.RoleRef", field => field is "roleRef"),
        (Core + "PodReadinessGate", field => field is "readinessGates"),
        (Core + "ResourceClaim", field => field is "claims"),
        (Core + "LocalObjectReference", field => field is "imagePullSecrets"),
        (Core + "TypedLocalObjectReference", field => field is "dataSource"),
        (Core + "TypedObjectReference", field => field is "dataSourceRef"),
        (Meta + "LabelSelectorRequirement", field => field is "matchExpressions"),
        (Core + "SecretReference", field => field is "clientSecretRef" or "secretReference"),
    ];

    /// <summary>Fields newer than the copies that some CRDs carry: a copy without them is still the type.</summary>
    static readonly FrozenDictionary<string, string[]> MayLack = new Dictionary<string, string[]>
    {
        [Core + "PodSpec"] = ["hostnameOverride", "resourceClaims", "resources", "schedulingGates", "schedulingGroup"],
        [Core + "Container"] = ["restartPolicyRules"],
        [Core + "EphemeralContainer"] = ["restartPolicyRules"],
        [Core + "EnvVarSource"] = ["fileKeyRef"],
        [Core + "PersistentVolumeClaimSpec"] = ["volumeAttributesClassName"],
        [Core + "PodCertificateProjection"] = ["userAnnotations"],
        [Core + "PodSecurityContext"] = ["supplementalGroupsPolicy", "seLinuxChangePolicy"],
        [Core + "Volume"] = ["image"],
        [Core + "LifecycleHandler"] = ["sleep"],
        [Core + "Lifecycle"] = ["stopSignal"],
        [Core + "ResourceClaim"] = ["request"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly string[] Narrowing =
        ["enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "oneOf", "anyOf", "allOf", "not"];

    readonly MapNode definitions;
    readonly List<(string Type, MapNode Definition, Func<string, bool> Field)> candidates;

    public CoreTypes(MapNode definitions)
    {
        this.definitions = definitions;
        candidates =
        [
            .. from type in Anywhere select (type, (MapNode)definitions[type]!, (Func<string, bool>)(_ => true)),
            .. from entry in ByField select (entry.Type, (MapNode)definitions[entry.Type]!, entry.Field),
        ];
    }

    /// <summary>The definition's name of the core type that an object schema expands, or null.</summary>
    public string? Find(MapNode schema, string field) =>
        candidates.FirstOrDefault(candidate => candidate.Field(field) && IsCopy(schema, candidate.Type, candidate.Definition)).Type;

    bool IsCopy(MapNode copy, string type, MapNode definition)
    {
        if (copy["properties"] is not MapNode { Count: > 0 } copied || definition["properties"] is not MapNode original || IsNarrower(copy))
            return false;

        var mayLack = MayLack.GetValueOrDefault(type, []);
        return copied.All(property => original[property.Key.Text] is MapNode field && Same((MapNode)property.Value, field))
            && original.All(property => copied[property.Key.Text] is not null || mayLack.Contains(property.Key.Text));
    }

    // A copy that demands more than the original is a type of its own. That it cannot be changed is said of the field.
    static bool IsNarrower(MapNode copy) => Narrowing.Any(keyword => copy[keyword] is not null) || Cleaning.Rules(copy) is not null;

    bool Same(MapNode copy, MapNode original)
    {
        if (Schemas.Text(original, "$ref") is { } reference)
        {
            var type = Schemas.DefinitionOf(reference);
            return Schemas.ScalarOf(type) is { } scalar
                ? scalar["x-kubernetes-int-or-string"] is not null || Schemas.Text(scalar, "format") is "quantity"
                    ? copy["x-kubernetes-int-or-string"] is not null
                    : scalar["type"] is null || Schemas.Text(copy, "type") == Schemas.Text(scalar, "type")
                : type.EndsWith("ObjectMeta", StringComparison.Ordinal)
                    ? Schemas.Text(copy, "type") is "object"
                    : IsCopy(copy, type, (MapNode)definitions[type]!);
        }

        if (Schemas.Text(copy, "type") != Schemas.Text(original, "type") || IsNarrower(copy))
            return false;

        return (copy["items"], original["items"]) switch
        {
            (MapNode copied, MapNode item) => Same(copied, item),
            (null, null) => (copy["additionalProperties"], original["additionalProperties"]) switch
            {
                (MapNode copied, MapNode value) => Same(copied, value),
                (null, null) => true,
                _ => false,
            },
            _ => false,
        };
    }
}
