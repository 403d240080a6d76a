using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Belvedere.Testing;

namespace Belvedere.Tests.RealPrometheus;

/// <summary>A certificate authority for one test, and the Secrets that it fills, one folder each with a file for each key.</summary>
sealed class TestAuthority : IDisposable
{
    static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    readonly TemporaryFolder folder;
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 authority;

    public TestAuthority(TemporaryFolder folder)
    {
        this.folder = folder;
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, critical: true));
        authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
    }

    /// <summary>A Secret with a key pair for a server of a name (<c>tls.crt</c>, <c>tls.key</c>) and the authority (<c>ca.crt</c>).</summary>
    public string Server(string secret, string dnsName)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        return Write(secret, dnsName, ServerAuthentication, names.Build());
    }

    /// <summary>The same for a client.</summary>
    public string Client(string secret, string commonName) => Write(secret, commonName, ClientAuthentication);

    public void Dispose()
    {
        authority.Dispose();
        key.Dispose();
    }

    string Write(string secret, string commonName, Oid purpose, params IEnumerable<X509Extension> extensions)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", own, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([purpose], critical: false));
        foreach (var extension in extensions)
            request.CertificateExtensions.Add(extension);
        using var certificate = request.Create(authority, authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(8));

        folder.Write($"{secret}/ca.crt", authority.ExportCertificatePem());
        folder.Write($"{secret}/tls.crt", certificate.ExportCertificatePem());
        folder.Write($"{secret}/tls.key", own.ExportPkcs8PrivateKeyPem());
        return folder.Path(secret);
    }
}
