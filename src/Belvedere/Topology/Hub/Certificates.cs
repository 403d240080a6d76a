namespace Belvedere;

/// <summary>Where a serving certificate comes from.</summary>
public abstract record CertificateSource
{
    private protected CertificateSource()
    {
    }

    /// <summary>A Secret that something else keeps (<c>tls.crt</c>, <c>tls.key</c>, <c>ca.crt</c>).</summary>
    public static ExistingCertificate Existing(SecretReference secret) => new() { Secret = secret };

    /// <summary>cert-manager makes and renews it.</summary>
    /// <param name="issuer">Who signs it.</param>
    public static IssuedCertificate Issued(CertificateIssuer issuer) => new() { Issuer = issuer };
}

/// <summary>A certificate in a Secret that something else keeps.</summary>
public sealed record ExistingCertificate : CertificateSource
{
    /// <summary>The Secret.</summary>
    public required SecretReference Secret { get; init; }
}

/// <summary>A certificate of cert-manager (<c>Certificate</c>).</summary>
public sealed record IssuedCertificate : CertificateSource
{
    /// <summary>Who signs it.</summary>
    public required CertificateIssuer Issuer { get; init; }

    /// <summary>How long it is valid (<c>duration</c>). Default 90 days.</summary>
    public Duration? Lifetime { get; init; }

    /// <summary>How long before its end it is renewed (<c>renewBefore</c>). Default 30 days; Thanos reads it again by itself.</summary>
    public Duration? RenewBefore { get; init; }
}

/// <summary>Who signs certificates.</summary>
public abstract record CertificateIssuer
{
    private protected CertificateIssuer()
    {
    }

    /// <summary>An Issuer of the hub's namespace.</summary>
    public static ExistingIssuer Issuer(string name) => new() { Kind = "Issuer", Name = name };

    /// <summary>A ClusterIssuer.</summary>
    public static ExistingIssuer ClusterIssuer(string name) => new() { Kind = "ClusterIssuer", Name = name };

    /// <summary>
    /// An authority that cert-manager makes on the hub, with an Issuer that signs by it. Its Secret is the root of all trust:
    /// back it up, or a restored hub refuses every cluster.
    /// </summary>
    public static OwnAuthority OwnAuthority { get; } = new();
}

/// <summary>An issuer that is on the hub.</summary>
public sealed record ExistingIssuer : CertificateIssuer
{
    /// <summary><c>Issuer</c> or <c>ClusterIssuer</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}

/// <summary>An authority that cert-manager makes on the hub.</summary>
public sealed record OwnAuthority : CertificateIssuer
{
    /// <summary>How long the authority is valid. Default 10 years.</summary>
    public Duration? Lifetime { get; init; }
}

/// <summary>The authorities that clients' certificates are checked against. Thanos reads them once, at its start.</summary>
public abstract record ClientAuthority
{
    private protected ClientAuthority()
    {
    }

    /// <summary>
    /// Certificates of authorities from PEM files, which go into a ConfigMap: they are public. A changed file restarts the
    /// routers, so an authority is replaced in three commits: both, then new clients, then the new one alone.
    /// </summary>
    /// <param name="path">Relative to the project's folder; <c>*</c> and <c>**</c> name several.</param>
    public static AuthorityFiles Files(string path) => new() { Path = path };

    /// <summary>A key of a Secret on the hub.</summary>
    /// <param name="secret">The Secret.</param>
    /// <param name="key">The key of the PEM text.</param>
    public static AuthoritySecret Existing(SecretReference secret, string key = "ca.crt") => new() { Secret = secret, Key = key };
}

/// <summary>Authorities from PEM files.</summary>
public sealed record AuthorityFiles : ClientAuthority
{
    /// <summary>The files, relative to the project's folder.</summary>
    public required string Path { get; init; }
}

/// <summary>Authorities in a Secret.</summary>
public sealed record AuthoritySecret : ClientAuthority
{
    /// <summary>The Secret.</summary>
    public required SecretReference Secret { get; init; }

    /// <summary>The key of the PEM text.</summary>
    public required string Key { get; init; }

    /// <summary>Any text; a change of it restarts the routers, which would not notice a new authority.</summary>
    public string? Revision { get; init; }
}
