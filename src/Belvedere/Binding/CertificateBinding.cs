namespace Belvedere.Binding;

/// <summary>Where serving certificates come from.</summary>
static class CertificateBinding
{
    /// <summary>Something else's Secret by a default name, unless the model says more.</summary>
    public static BoundCertificate Bind(CertificateSource? source, string secret, HubDefaults defaults) => source switch
    {
        ExistingCertificate existing => new(existing.Secret, Issuing: null),
        IssuedCertificate issued => new(SecretReference.Existing(secret), new(
            issued.Issuer,
            issued.Lifetime ?? defaults.CertificateLifetime,
            issued.RenewBefore ?? defaults.CertificateRenewBefore,
            (issued.Issuer as OwnAuthority)?.Lifetime ?? defaults.AuthorityLifetime)),
        _ => new(SecretReference.Existing(secret), Issuing: null),
    };
}
