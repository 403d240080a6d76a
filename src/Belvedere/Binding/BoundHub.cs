using System.Runtime.CompilerServices;

namespace Belvedere.Binding;

/// <summary>
/// A hub with every default resolved. What has no default and is only emitted when it was said is read from
/// <c>Authored</c>.
/// </summary>
sealed record BoundHub
{
    public required Hub Authored { get; init; }

    /// <summary>Whether deliveries run on it.</summary>
    public required bool IsDelivering { get; init; }

    public required string Namespace { get; init; }

    /// <summary>The release of Thanos.</summary>
    public required SemanticVersion Thanos { get; init; }

    /// <summary>The value of the priority class, and its name; null when every component names another.</summary>
    public required BoundPriority Priority { get; init; }

    public required bool NetworkPolicies { get; init; }

    public required BoundSelfMonitoring SelfMonitoring { get; init; }

    public required BoundReceive? Receive { get; init; }

    public required BoundStoreGateway? StoreGateway { get; init; }

    public required BoundQuerier? Querier { get; init; }

    public required BoundGlobalQuerier? GlobalQuerier { get; init; }

    public required BoundQueryFrontend? QueryFrontend { get; init; }

    public required BoundCompactor? Compactor { get; init; }

    public required BoundRuler? Ruler { get; init; }

    public required BoundAlertmanager? Alertmanager { get; init; }

    public required BoundGrafana? Grafana { get; init; }

    /// <summary>Every memcached that a cache names, once, in order of names.</summary>
    public required IReadOnlyList<BoundMemcached> Memcached { get; init; }

    public required ObjectStorage? Storage { get; init; }

    /// <summary>The labels by which replicas of everything that the hub holds are told apart.</summary>
    public required IReadOnlyList<string> ReplicaLabels { get; init; }

    public string Name => Authored.Name;

    /// <summary>
    /// What tells the replicas of its components from those of other hubs, whose pods have the same names. Nothing for the hub
    /// that deliveries run on: it would only restart when another comes.
    /// </summary>
    public string ReplicaPrefix => IsDelivering ? "" : $"{Name}-";

    public bool IsOpenShift => Authored.Platform.IsOpenShift;

    /// <summary>The folder of its objects in the output.</summary>
    public string Folder => IsDelivering ? "hub" : $"hubs/{Name}";

    // There is one of each, and shapes of clusters are compared by it.
    public bool Equals(BoundHub? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The components that there are.</summary>
    public IEnumerable<BoundComponent> Components
    {
        get
        {
            IEnumerable<BoundComponent?> components =
            [
                .. Receive?.Rings.SelectMany(ring => ring.Groups).Select(group => group.Component) ?? [],
                Receive?.Router,
                .. StoreGateway?.Parts.Select(part => part.Component) ?? [],
                Querier?.Component,
                GlobalQuerier?.Component,
                QueryFrontend?.Component,
                Compactor?.Component,
                Ruler?.Component,
                Alertmanager?.Component,
                Grafana?.Component,
                .. Memcached.Select(memcached => memcached.Component),
            ];
            return components.OfType<BoundComponent>();
        }
    }
}

/// <summary>The priority class that is made for the components.</summary>
sealed record BoundPriority(string Name, int Value);

/// <summary>What observes the hub.</summary>
abstract record BoundSelfMonitoring;

/// <summary>OpenShift's monitoring of user workloads.</summary>
sealed record BoundUserWorkloadMonitoring : BoundSelfMonitoring;

/// <summary>A Prometheus that is there.</summary>
sealed record BoundExistingPrometheus(LabelSet Labels, LabelSet Namespace) : BoundSelfMonitoring;

/// <summary>A Prometheus of the hub's own.</summary>
sealed record BoundOwnPrometheus : BoundSelfMonitoring
{
    public required int Replicas { get; init; }

    public required Duration Retention { get; init; }

    public required ByteSize Volume { get; init; }

    public required string? StorageClass { get; init; }

    public required Resources Resources { get; init; }

    public required Scheduling Scheduling { get; init; }
}

/// <summary>What every component has.</summary>
sealed record BoundComponent
{
    public required HubComponent Authored { get; init; }

    public required string Image { get; init; }

    public required Resources Resources { get; init; }

    public required Scheduling Scheduling { get; init; }

    public IReadOnlyList<string> ExtraArguments => (Authored as ThanosComponent)?.ExtraArguments ?? [];
}

sealed record BoundStoreGateway
{
    public required StoreGateway Authored { get; init; }

    public required int Replicas { get; init; }

    public required Cache IndexCache { get; init; }

    public required Duration IgnoreDeletionMarksDelay { get; init; }

    public required bool LazyIndexHeaders { get; init; }

    /// <summary>Every part: ranges by shards.</summary>
    public required IReadOnlyList<BoundStorePart> Parts { get; init; }
}

/// <summary>One StatefulSet of the Store Gateway.</summary>
sealed record BoundStorePart
{
    /// <summary>What tells it from other parts, for example <c>recent-0</c>.</summary>
    public required string Name { get; init; }

    public required BoundComponent Component { get; init; }

    public required StoreRange? Range { get; init; }

    public required int Shard { get; init; }

    public required int Shards { get; init; }

    public required ByteSize Volume { get; init; }
}

sealed record BoundCompactor
{
    public required Compactor Authored { get; init; }

    public required BoundComponent Component { get; init; }

    public required Duration RawRetention { get; init; }

    public required Duration FiveMinutesRetention { get; init; }

    public required Duration OneHourRetention { get; init; }

    public required bool Downsampling { get; init; }

    public required bool Deduplicate { get; init; }

    public required int Shards { get; init; }

    public required int Concurrency { get; init; }

    public required int DownsampleConcurrency { get; init; }

    public required ByteSize Volume { get; init; }

    public required Duration ConsistencyDelay { get; init; }

    public required Duration DeleteDelay { get; init; }
}

sealed record BoundRuler
{
    public required Ruler Authored { get; init; }

    public required BoundComponent Component { get; init; }

    /// <summary>The labels of all that it records and all that it alerts.</summary>
    public required LabelSet ExternalLabels { get; init; }

    public required int Replicas { get; init; }

    public required Duration Interval { get; init; }

    public required Duration Retention { get; init; }

    public required Duration QueryOffset { get; init; }

    public required ByteSize Volume { get; init; }

    public required string ReloaderImage { get; init; }
}

sealed record BoundAlertmanager
{
    public required AlertmanagerCluster Authored { get; init; }

    public required BoundComponent Component { get; init; }

    public required int Replicas { get; init; }

    public required Duration Retention { get; init; }

    public required ByteSize Volume { get; init; }

    public required BoundAlertmanagerExposure? Exposure { get; init; }
}

sealed record BoundAlertmanagerExposure
{
    public required string Domain { get; init; }

    public required BoundCertificate Certificate { get; init; }

    public required SecretKey ClientAuthority { get; init; }

    public required string? ClientAuthorityRevision { get; init; }

    public required string ProxyImage { get; init; }
}

sealed record BoundGrafana
{
    public required GrafanaServer Authored { get; init; }

    public required BoundComponent Component { get; init; }

    public required int Replicas { get; init; }

    public required SecretReference Administrator { get; init; }

    public required SecretReference Certificate { get; init; }
}

sealed record BoundMemcached
{
    public required Memcached Authored { get; init; }

    public required BoundComponent Component { get; init; }

    public required int Replicas { get; init; }

    public required ByteSize Memory { get; init; }

    public required ByteSize MaxItemSize { get; init; }

    public required int MaxConnections { get; init; }

    public required string ExporterImage { get; init; }

    public string Name => $"memcached-{Authored.Name}";
}

/// <summary>A serving certificate: the Secret that holds it, and how cert-manager makes it if it does.</summary>
sealed record BoundCertificate(SecretReference Secret, BoundIssuing? Issuing);

/// <summary>How cert-manager makes a certificate.</summary>
sealed record BoundIssuing(CertificateIssuer Issuer, Duration Lifetime, Duration RenewBefore, Duration AuthorityLifetime);
