namespace Belvedere;

/// <summary>
/// A name by which the Queriers of other hubs reach this one. TLS ends in its pods, and clients show a certificate: whoever has one
/// reads every cluster of the hub.
/// </summary>
public sealed record QuerierExposure
{
    /// <summary>Names the host.</summary>
    /// <param name="host">For example <c>query.eu.example.com</c>: a name of its own, which another hub can take over. The port is 443.</param>
    public QuerierExposure(string host) => Host = host;

    /// <summary>The host.</summary>
    public string Host { get; init; }

    /// <summary>The serving certificate, for <see cref="Host"/>. Default: the Secret <c>query-server-tls</c>.</summary>
    public CertificateSource? ServerCertificate { get; init; }

    /// <summary>The authorities that clients' certificates are checked against. Default: <c>ca.crt</c> of the serving certificate's Secret.</summary>
    public ClientAuthority? ClientAuthority { get; init; }

    /// <summary>
    /// The way, to the Service <c>thanos-query-grpc</c>. Default: a passthrough Route on OpenShift, a load balancer on Kubernetes.
    /// </summary>
    public WriteExposure? Way { get; init; }
}
