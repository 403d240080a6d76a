using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Hub;

/// <summary>Certificates → cert-manager's objects, where it makes them.</summary>
static class CertificateLowering
{
    const string Authority = "hub-authority";
    const string AuthorityRoot = "hub-authority-root";

    /// <summary>A serving certificate.</summary>
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub, BoundCertificate certificate, Element authored, string name, IReadOnlyList<string> dnsNames) =>
        Lower(topology, hub, certificate, authored, name, dnsNames, "server auth");

    /// <summary>A certificate that a client shows.</summary>
    public static IEnumerable<Manifest> LowerClient(BoundTopology topology, BoundHub hub, BoundCertificate certificate, Element authored, string name, IReadOnlyList<string> dnsNames) =>
        Lower(topology, hub, certificate, authored, name, dnsNames, "client auth");

    static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub, BoundCertificate certificate, Element authored, string name, IReadOnlyList<string> dnsNames, string usage) =>
        certificate.Issuing is { } issuing
            ? [new(Certificate(topology, hub, certificate, issuing, name, dnsNames, usage), HubTarget.Observability, Origin.Of(authored))]
            : [];

    /// <summary>The authority that cert-manager makes, once for all who use it.</summary>
    public static IEnumerable<Manifest> LowerAuthority(BoundTopology topology, BoundHub hub)
    {
        IEnumerable<BoundCertificate?> certificates = [hub.Receive?.Certificate, hub.Alertmanager?.Exposure?.Certificate, hub.Querier?.Exposure?.Certificate, hub.GlobalQuerier?.ClientCertificate];
        if (certificates.Select(certificate => certificate?.Issuing).OfType<BoundIssuing>().FirstOrDefault(issuing => issuing.Issuer is OwnAuthority) is not { } issuing)
            return [];

        KubernetesObject[] made =
        [
            new Issuer { Metadata = Metadata(topology, hub, AuthorityRoot), Spec = new() { SelfSigned = new() } },
            new Certificate
            {
                Metadata = Metadata(topology, hub, Authority),
                Spec = new()
                {
                    IsCA = true,
                    CommonName = $"{topology.Name} hub",
                    SecretName = Authority,
                    Duration = Hours(issuing.AuthorityLifetime),
                    PrivateKey = new() { Algorithm = "ECDSA", Size = 256 },
                    IssuerRef = new() { Kind = "Issuer", Name = AuthorityRoot, Group = "cert-manager.io" },
                    // A hub that is restored without this Secret refuses every cluster; the label has ACM back it up.
                    SecretTemplate = new() { Labels = new() { ["cluster.open-cluster-management.io/backup"] = "" } },
                },
            },
            new Issuer { Metadata = Metadata(topology, hub, Authority), Spec = new() { Ca = new() { SecretName = Authority } } },
        ];
        return made.Select(one => new Manifest(one, HubTarget.Observability, Origin.Of(hub.Authored)));
    }

    static Certificate Certificate(BoundTopology topology, BoundHub hub, BoundCertificate certificate, BoundIssuing issuing, string name, IReadOnlyList<string> dnsNames, string usage) => new()
    {
        Metadata = Metadata(topology, hub, name),
        Spec = new()
        {
            SecretName = certificate.Secret.Name,
            Duration = Hours(issuing.Lifetime),
            RenewBefore = Hours(issuing.RenewBefore),
            DnsNames = dnsNames,
            Usages = ["digital signature", usage],
            PrivateKey = new() { Algorithm = "ECDSA", Size = 256, RotationPolicy = "Always" },
            IssuerRef = issuing.Issuer is ExistingIssuer existing
                ? new() { Kind = existing.Kind, Name = existing.Name, Group = "cert-manager.io" }
                : new() { Kind = "Issuer", Name = Authority, Group = "cert-manager.io" },
        },
    };

    static ObjectMeta Metadata(BoundTopology topology, BoundHub hub, string name) => new() { Name = name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) };

    // Go's own durations know no days.
    static string Hours(Duration length) => FormattableString.Invariant($"{length.Milliseconds / 3_600_000}h");
}
