using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Sources;
using static Belvedere.Binding.InventoryDiagnostics;

namespace Belvedere.Binding;

/// <summary>
/// Reads clusters as the hub of Advanced Cluster Management lists them (<c>kubectl get managedclusters -o yaml</c>). What they
/// run on is in their claims; profile, hub, ring, owner and state are in labels. One without a profile is no cluster of ours yet,
/// and that is told.
/// </summary>
sealed class ManagedClusterReader(Inventory inventory, SourceFile file, BindingContext context)
{
    const string Prefix = "belvedere.dev/";

    /// <summary>Whether a document is such a list, or one of its clusters.</summary>
    public static bool Reads(Node document) => ObjectList.Unwrap(document).FirstOrDefault() is MapNode first
        && first["kind"] is ScalarNode { Text: "ManagedCluster" }
        && first["apiVersion"] is ScalarNode { Text: var version }
        && version.StartsWith("cluster.open-cluster-management.io/", StringComparison.Ordinal);

    public IEnumerable<ManagedCluster> Read(Node document) => ObjectList.Unwrap(document).OfType<MapNode>().Select(Read).OfType<ManagedCluster>();

    ManagedCluster? Read(MapNode made)
    {
        var at = SourceLocation.In(file.AbsolutePath, made.Span);
        if (Text(made.At("metadata.name")) is not { } name)
        {
            context.Found.Add(MissingKey(at, "The ManagedCluster", "metadata.name"));
            return null;
        }

        var labels = made.At("metadata.labels") as MapNode ?? MapNode.Empty;
        var claims = Claims(made);
        if (Text(labels[$"{Prefix}profile"]) is not { } profileName)
        {
            context.Found.Add(NotInFleet(at, name, inventory.Profiles.Select(known => known.Name)));
            return null;
        }

        var platform = PlatformOf(claims);
        if (platform is null)
            context.Found.Add(NoPlatform(at, name));
        else if (platform.Problem is { } problem)
            context.Found.Add(BadPlatform(at, platform.ToString(), problem));
        if (Find("profile", profileName, inventory.Profiles, known => known.Name, at) is not { } profile || platform is not { Problem: null })
            return null;

        return new ManagedCluster(name, platform, profile, at)
        {
            Hub = HubOf(labels, $"{Prefix}hub", at),
            SecondHub = HubOf(labels, $"{Prefix}second-hub", at),
            Ring = Text(labels[$"{Prefix}ring"]) is { } ring ? Find("ring", ring, inventory.Rings, known => known.Name, at) : null,
            Owner = Text(labels[$"{Prefix}owner"]),
            State = Text(labels[$"{Prefix}state"]) is { } state ? ClusterStates.Find(state, at, context) : null,
            ClusterId = claims.GetValueOrDefault("id.openshift.io"),
            Region = claims.GetValueOrDefault("region.open-cluster-management.io"),
        };
    }

    Hub? HubOf(MapNode labels, string label, SourceLocation at)
    {
        if (Text(labels[label]) is not { } name)
            return null;
        if (context.Hubs.FirstOrDefault(hub => hub.Name == name) is { } hub)
            return hub;
        context.Found.Add(UnknownHub(at, name, context.Hubs.Select(known => known.Name)));
        return null;
    }

    // The product names what runs the cluster; a version of OpenShift without it is OpenShift all the same.
    static Platform? PlatformOf(Dictionary<string, string> claims)
    {
        var product = claims.GetValueOrDefault("product.open-cluster-management.io");
        return claims.GetValueOrDefault("version.openshift.io") is { } release
            ? product switch
            {
                "ROSA" => Platform.Rosa(release),
                "OpenShiftDedicated" => Platform.OpenShiftDedicated(release),
                _ => Platform.OpenShift(release),
            }
            : claims.GetValueOrDefault("kubeversion.open-cluster-management.io") is { } version ? Platform.Kubernetes(version) : null;
    }

    static Dictionary<string, string> Claims(MapNode made)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in made.At("status.clusterClaims") as ListNode ?? ListNode.Empty)
            if (Text(claim.At("name")) is { } name && Text(claim.At("value")) is { Length: > 0 } value)
                claims[name] = value;
        return claims;
    }

    T? Find<T>(string kind, string name, IReadOnlyList<T> known, Func<T, string> nameOf, SourceLocation at) where T : Element
    {
        foreach (var candidate in known)
            if (nameOf(candidate) == name)
                return candidate;
        context.Found.Add(UnknownName(at, kind, name, known.Select(nameOf)));
        return null;
    }

    static string? Text(Node? node) => node is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;
}
