using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// Thanos Query over the Queriers of all hubs: what people and Grafana ask, so that one dashboard shows every region. Rules are
/// evaluated by each hub over its own clusters, whatever becomes of the others. Each other hub says how it is reached
/// (<see cref="Querier.Exposure"/>).
/// </summary>
public sealed record GlobalQuerier : QueryComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public GlobalQuerier([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>
    /// The certificate that it shows to other hubs (<c>tls.crt</c>, <c>tls.key</c>). Default: the Secret <c>query-client-tls</c>.
    /// </summary>
    public CertificateSource? ClientCertificate { get; init; }

    /// <summary>The Secret and key of the authorities of the other hubs. Default: <c>ca.crt</c> of the client certificate's Secret.</summary>
    public AuthoritySecret? ServerAuthority { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Global Querier";
}
