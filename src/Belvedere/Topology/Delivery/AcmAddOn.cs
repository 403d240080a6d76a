using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// An add-on of Advanced Cluster Management brings the collector: a template for each base, filled for each cluster while it
/// runs. A <c>ManagedCluster</c> gets it by the label <c>belvedere.dev/profile</c>, without Git or Argo CD on the cluster and
/// without an overlay: clusters that differ from their profile need another delivery.
/// </summary>
public sealed record AcmAddOn : Delivery
{
    /// <summary>Names the add-on.</summary>
    /// <param name="name">A DNS label; it names the add-on on the hub.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public AcmAddOn(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The add-on's name.</summary>
    public string Name { get; }

    /// <summary>The cluster sets that the clusters are in. Default <c>global</c>.</summary>
    public IReadOnlyList<string> ClusterSets { get; init; } = [];

    /// <summary>The namespace on the hub for placements and configurations. Default <c>belvedere-fleet</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>
    /// The Secret on the hub with the authority that signs client certificates (<c>tls.crt</c>, <c>tls.key</c>), in
    /// <see cref="Namespace"/>. Each cluster then makes its own key, which never leaves it, and the certificate renews itself;
    /// the profile's Secret holds the hub's authority (<c>ca.crt</c>) only. Without it the profile's Secret holds all three.
    /// </summary>
    public SecretReference? SigningAuthority { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"add-on '{Name}'";
}
