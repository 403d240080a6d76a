namespace Belvedere.Binding;

/// <summary>An add-on of Advanced Cluster Management, with defaults.</summary>
sealed record BoundAcmAddOn(AcmAddOn Authored, string Namespace, IReadOnlyList<string> ClusterSets)
{
    /// <summary>The signer whose certificates clusters ask for.</summary>
    public string Signer => $"belvedere.dev/{Authored.Name}";

    /// <summary>The Secret on the cluster that the add-on framework keeps the client certificate in.</summary>
    public string ClientCertificate => $"{Authored.Name}-{Signer.Replace('/', '-')}-client-cert";
}

/// <summary>A Subscription of Advanced Cluster Management, with defaults.</summary>
sealed record BoundAcmSubscription(AcmSubscription Authored, string Namespace, string Branch, string Folder, IReadOnlyList<string> ClusterSets);
