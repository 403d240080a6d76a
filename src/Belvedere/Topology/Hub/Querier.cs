using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>Thanos Query: answers PromQL over everything that the hub holds, and removes replicas' duplicates.</summary>
public sealed record Querier : QueryComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public Querier([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>
    /// Sources beside the hub's own, as <c>host:port</c> or with a DNS scheme such as
    /// <c>dnssrv+_grpc._tcp.thanos-query.other.svc</c>: the Querier of another hub, a sidecar.
    /// </summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>
    /// How a <see cref="GlobalQuerier"/> of another hub reaches it; not at all by default. Its gRPC then speaks TLS only, and asks
    /// for a certificate.
    /// </summary>
    public QuerierExposure? Exposure { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Querier";
}
