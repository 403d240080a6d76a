namespace Belvedere;

/// <summary>The HTTP client of object storage (<c>http_config</c>). What is null is the client's own.</summary>
public sealed record StorageHttpClient
{
    /// <summary>How long an unused connection stays open (<c>idle_conn_timeout</c>).</summary>
    public Duration? IdleTimeout { get; init; }

    /// <summary>How long the first byte of an answer is waited for (<c>response_header_timeout</c>).</summary>
    public Duration? ResponseTimeout { get; init; }

    /// <summary>How long a TLS handshake may take (<c>tls_handshake_timeout</c>).</summary>
    public Duration? HandshakeTimeout { get; init; }

    /// <summary>How long the leave to send a body is waited for (<c>expect_continue_timeout</c>).</summary>
    public Duration? ContinueTimeout { get; init; }

    /// <summary>Unused connections in all (<c>max_idle_conns</c>).</summary>
    public int? MaxIdleConnections { get; init; }

    /// <summary>Unused connections to one host (<c>max_idle_conns_per_host</c>).</summary>
    public int? MaxIdleConnectionsPerHost { get; init; }

    /// <summary>Connections to one host (<c>max_conns_per_host</c>).</summary>
    public int? MaxConnectionsPerHost { get; init; }

    /// <summary>Whether answers are asked for without compression (<c>disable_compression</c>).</summary>
    public bool? DisableCompression { get; init; }

    /// <summary>Whether the service's certificate is not checked (<c>insecure_skip_verify</c>).</summary>
    public bool? InsecureSkipVerify { get; init; }

    /// <summary>A private authority of the service's certificate (<c>tls_config.ca_file</c>).</summary>
    public SecretKey? Authority { get; init; }

    /// <summary>A client certificate and its key (<c>tls_config.cert_file</c>, <c>key_file</c>): <c>tls.crt</c> and <c>tls.key</c> of a Secret.</summary>
    public SecretReference? ClientCertificate { get; init; }

    /// <summary>The name that the service's certificate must have (<c>tls_config.server_name</c>).</summary>
    public string? ServerName { get; init; }
}

/// <summary>Second requests for slow ones (<c>hedging_config</c>).</summary>
public sealed record StorageHedging
{
    /// <summary>Requests in all for one answer (<c>up_to</c>). Default 3.</summary>
    public int? UpTo { get; init; }

    /// <summary>The share of requests, in percent, that are fast enough not to be made again (<c>quantile</c>). Default 90.</summary>
    public int? Percentile { get; init; }
}
