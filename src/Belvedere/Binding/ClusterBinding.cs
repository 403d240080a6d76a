namespace Belvedere.Binding;

/// <summary>Clusters from C# and from inventories: overrides applied, profiles bound once each, shapes shared.</summary>
static class ClusterBinding
{
    /// <summary>The external label that tells clusters apart.</summary>
    public const string IdentityLabel = "cluster";

    /// <summary>The external label that tells installations of one cluster apart.</summary>
    public const string IdLabel = "cluster_id";

    public static IReadOnlyList<BoundCluster> Bind(Clusters clusters, ClusterBindingContext bindings)
    {
        var context = bindings.Shared;
        var authored = WithOverrides(Read(clusters, context), clusters.Overrides, context);
        foreach (var (second, first) in Binder.Duplicates(authored, cluster => cluster.Name))
            context.Found.Add(BindingDiagnostics.SameName(second, first));

        var rings = authored.Select(cluster => cluster.Ring ?? Ring.Default).Distinct(ReferenceEqualityComparer.Instance).Cast<Ring>().ToList();
        foreach (var (second, first) in Binder.Duplicates(rings, ring => ring.Name))
            context.Found.Add(BindingDiagnostics.SameName(second, first));

        var binding = new ShapeTable(bindings);
        return
        [
            .. authored
                .DistinctBy(cluster => cluster.Name, StringComparer.Ordinal)
                .OrderBy(cluster => cluster.Name, StringComparer.Ordinal)
                .Select(binding.Bind),
        ];
    }

    static List<ManagedCluster> Read(Clusters clusters, BindingContext context)
    {
        List<ManagedCluster> read = [.. clusters.Written];
        foreach (var inventory in clusters.Inventories)
            read.AddRange(InventoryReader.Read(inventory, context));
        return read;
    }

    static List<ManagedCluster> WithOverrides(List<ManagedCluster> clusters, IReadOnlyList<ClusterOverride> overrides, BindingContext context)
    {
        foreach (var change in overrides)
        {
            var at = clusters.FindIndex(cluster => cluster.Name == change.Name);
            if (at < 0)
            {
                context.Found.Add(BindingDiagnostics.NoClusterToOverride(change, change.Name, clusters.Select(cluster => cluster.Name)));
                continue;
            }

            if (Changed(clusters[at], change, context) is { } changed)
                clusters[at] = changed;
        }

        return clusters;
    }

    static ManagedCluster? Changed(ManagedCluster cluster, ClusterOverride change, BindingContext context)
    {
        try
        {
            var changed = change.Change(cluster);
            if (changed.Name == cluster.Name)
                return changed;
            context.Found.Add(BindingDiagnostics.Renamed(change, cluster.Designation, cluster.Name, changed.Name));
        }
        catch (Exception exception)
        {
            context.Found.Add(BindingDiagnostics.Threw(change, "change", exception));
        }

        return null;
    }

    /// <summary>Binds each profile once, and gives clusters that differ in nothing but identity one shape.</summary>
    sealed class ShapeTable(ClusterBindingContext context)
    {
        readonly Dictionary<Profile, BoundProfile> profiles = new(ReferenceEqualityComparer.Instance);
        readonly Dictionary<Ring, BoundRing> rings = new(ReferenceEqualityComparer.Instance);
        readonly Dictionary<(BoundProfile, MinorVersion?), BoundBase> bases = [];
        readonly Dictionary<ClusterShape, ClusterShape> shapes = [];
        ClusterShape? last;

        public BoundCluster Bind(ManagedCluster cluster)
        {
            if (cluster.Platform.Problem is { } problem)
                context.Shared.Found.Add(BindingDiagnostics.BadPlatform(cluster, problem));

            var shape = ShapeOf(cluster);
            return new BoundCluster
            {
                Authored = cluster,
                Shape = shape,
                State = cluster.State ?? ClusterState.Active,
                Ring = RingOf(cluster.Ring ?? Ring.Default),
                ExternalLabels = LabelSet.From([new(IdentityLabel, cluster.Name), .. cluster.ClusterId is { } id ? new LabelSet { [IdLabel] = id } : LabelSet.Empty, .. shape.Effective.ExternalLabels, .. cluster.ExternalLabels]),
            };
        }

        BoundProfile ProfileOf(Profile profile)
        {
            if (!profiles.TryGetValue(profile, out var bound))
                profiles.Add(profile, bound = ProfileBinding.Bind(profile, context));
            return bound;
        }

        BoundRing RingOf(Ring ring)
        {
            if (!rings.TryGetValue(ring, out var bound))
                rings.Add(ring, bound = new BoundRing(ring, ring.Revision));
            return bound;
        }

        BoundWrites WritesOf(ManagedCluster cluster, BoundProfile profile) => new(
            context.Hubs.Find(cluster, cluster.Hub, nameof(ManagedCluster.Hub)) ?? profile.Hub,
            context.Hubs.Find(cluster, cluster.SecondHub, nameof(ManagedCluster.SecondHub)) ?? profile.SecondHub);

        BoundBase BaseOf(BoundProfile profile, Platform platform)
        {
            MinorVersion? line = platform.IsOpenShift ? platform.Version : null;
            if (!bases.TryGetValue((profile, line), out var made))
                bases.Add((profile, line), made = new BoundBase(profile, line, CollectorShapes.Of(profile, platform), new(profile.Hub ?? context.Hubs.First, profile.SecondHub)));
            return made;
        }

        ClusterShape ShapeOf(ManagedCluster cluster)
        {
            var profile = ProfileOf(cluster.Profile);

            // Neighbours mostly share a shape, and hashing a profile costs more than this comparison.
            var effective = Effective(cluster, profile);
            var writes = WritesOf(cluster, effective);
            if (last is not null && ReferenceEquals(last.Effective, effective) && !last.IsOverridden && last.Platform == cluster.Platform && last.Writes == writes)
                return last;

            var shape = new ClusterShape(BaseOf(profile, cluster.Platform), effective, cluster.Platform, writes);
            if (shapes.TryGetValue(shape, out var known))
                return last = known;
            shapes.Add(shape, shape);
            return last = shape;
        }

        BoundProfile Effective(ManagedCluster cluster, BoundProfile profile)
        {
            if (cluster.Override is not { } change)
                return profile;

            try
            {
                var changed = change(cluster.Profile);
                if (changed.Name == cluster.Profile.Name)
                    return ProfileBinding.Bind(changed, context);
                context.Shared.Found.Add(BindingDiagnostics.Renamed(cluster, cluster.Designation, cluster.Profile.Name, changed.Name));
            }
            catch (Exception exception)
            {
                context.Shared.Found.Add(BindingDiagnostics.Threw(cluster, "override", exception));
            }

            return profile;
        }
    }
}
