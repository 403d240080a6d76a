using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>What a server of Thanos ends TLS by: its own certificate, and the authorities of its clients.</summary>
static class ServerTls
{
    /// <summary>The certificate in the pod.</summary>
    public const string Certificate = $"{CertificateFolder}/tls.crt";

    /// <summary>Its key.</summary>
    public const string Key = $"{CertificateFolder}/tls.key";

    /// <summary>The authorities of clients.</summary>
    public const string ClientAuthority = $"{AuthorityFolder}/{AuthorityFile}";

    const string CertificateFolder = "/etc/thanos/server-tls";
    const string AuthorityFolder = "/etc/thanos/client-ca";
    const string AuthorityFile = "ca.crt";

    /// <summary>The files of a pod.</summary>
    /// <param name="certificate">Its certificate.</param>
    /// <param name="authority">The authorities of its clients.</param>
    /// <param name="configMap">The ConfigMap of authorities that are in the repository.</param>
    public static IReadOnlyList<MountedFiles> Files(BoundCertificate certificate, BoundClientAuthority authority, string configMap) =>
    [
        // Thanos reads its own certificate again at each handshake, and the authorities of clients only once.
        new("server-tls", CertificateFolder, new SecretFiles(certificate.Secret.Name), Checksum: null),
        authority switch
        {
            BoundAuthorityBundle bundle => new("client-ca", AuthorityFolder, new ConfigMapFiles(configMap), bundle.Pem),
            BoundAuthoritySecret secret => new("client-ca", AuthorityFolder, new SecretItem(secret.Key.Secret.Name, secret.Key.Key, AuthorityFile), secret.Revision),
            var other => throw new InvalidOperationException($"{other.GetType().Name} holds no authority."),
        },
    ];

    /// <summary>The ConfigMap of authorities that are in the repository.</summary>
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub, BoundClientAuthority authority, string configMap, Element authored) =>
        authority is BoundAuthorityBundle bundle ? [ThanosWorkload.ConfigMap(topology, hub, configMap, authored, new() { [AuthorityFile] = bundle.Pem })] : [];
}
