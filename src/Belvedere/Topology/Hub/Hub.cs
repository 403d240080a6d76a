using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>The cluster that receives what the managed clusters send, keeps it, and answers questions about all of them.</summary>
public sealed record Hub : Element
{
    /// <summary>Names the hub and its platform.</summary>
    /// <param name="name">A DNS label.</param>
    /// <param name="platform">What the hub runs on.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Hub(string name, Platform platform, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) =>
        (Name, Platform) = (name, platform);

    /// <summary>The hub's name.</summary>
    public string Name { get; }

    /// <summary>What it runs on.</summary>
    public Platform Platform { get; init; }

    /// <summary>The namespace of everything on the hub. Default <c>belvedere-hub</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>
    /// The host name that managed clusters write to, for example <c>write.metrics.example.com</c>. A name of its own, so that
    /// another hub can take it over without a change on any managed cluster. Needed where clusters write to this hub.
    /// </summary>
    public string? WriteEndpoint { get; init; }

    /// <summary>
    /// The URL of its API server, where the delivery knows it by that; by its name when null. For regional hubs: the hub that
    /// deliveries run on is reached from inside.
    /// </summary>
    public string? ApiServer { get; init; }

    /// <summary>
    /// The Secret on managed clusters with what they write here by: their client certificate (<c>tls.crt</c>, <c>tls.key</c>) and
    /// the authority of this hub's certificate (<c>ca.crt</c>). Default: <see cref="Profile.ClientCertificate"/> of their profile.
    /// Needed where clusters write to two hubs whose authorities differ.
    /// </summary>
    public SecretReference? ClientCertificate { get; init; }

    /// <summary>
    /// The bucket that keeps its blocks; the topology's when null. Two hubs may share one only where no more than one of them
    /// has a Compactor.
    /// </summary>
    public ObjectStorage? Storage { get; init; }

    /// <summary>
    /// The release of Thanos, for example <c>0.42.4</c>: only flags that it has are emitted. By default the one that the
    /// topology's <see cref="Defaults"/> name.
    /// </summary>
    public string? ThanosVersion { get; init; }

    /// <summary>
    /// Where the image of Thanos is pulled from, without a tag: the release is the tag. Default <c>quay.io/thanos/thanos</c>.
    /// A component's own <see cref="HubComponent.Image"/> goes before it.
    /// </summary>
    public string? ThanosImage { get; init; }

    /// <summary>Where the pods of every component run that says nothing else.</summary>
    public Scheduling? Scheduling { get; init; }

    /// <summary>
    /// The value of the priority class that is made for the components, <c>&lt;topology&gt;-hub</c>: what receives and alerts
    /// outlasts what is observed. Default 1,000,000; at most 1,000,000,000. Components whose scheduling names a class do not
    /// take it.
    /// </summary>
    public int? Priority { get; init; }

    /// <summary>
    /// Whether each component gets a NetworkPolicy that admits only those that the model lets speak to it. Default true.
    /// Querier and Query Frontend ask nobody who they are, so without it every pod of the hub's cluster reads every cluster.
    /// </summary>
    public bool? NetworkPolicies { get; init; }

    /// <summary>
    /// What observes the hub itself: never its own Ruler, which would be silent with it. Default: on OpenShift the platform's
    /// monitoring of user workloads, on Kubernetes a Prometheus of its own.
    /// </summary>
    public SelfMonitoring? SelfMonitoring { get; init; }

    /// <summary>Takes what the managed clusters write; null where the hub has none.</summary>
    public Receive? Receive { get; init; }

    /// <summary>Answers from the blocks in object storage; null where the hub has none.</summary>
    public StoreGateway? StoreGateway { get; init; }

    /// <summary>Answers queries; null where the hub has none.</summary>
    public Querier? Querier { get; init; }

    /// <summary>Answers queries over all hubs, where there are several; null where the hub has none.</summary>
    public GlobalQuerier? GlobalQuerier { get; init; }

    /// <summary>Splits queries and keeps answers, of the Global Querier where there is one; null where the hub has none.</summary>
    public QueryFrontend? QueryFrontend { get; init; }

    /// <summary>Compacts, downsamples and deletes blocks; null where the hub has none.</summary>
    public Compactor? Compactor { get; init; }

    /// <summary>Evaluates rules over all clusters; null where the hub has none.</summary>
    public Ruler? Ruler { get; init; }

    /// <summary>Notifies people; null where the hub has none.</summary>
    public AlertmanagerCluster? Alertmanager { get; init; }

    /// <summary>Shows dashboards; null where the hub has none.</summary>
    public GrafanaServer? Grafana { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"hub '{Name}'";
}
