using Belvedere.Kubernetes;

namespace Belvedere.Lowering;

/// <summary>A Secret that the External Secrets operator makes of an entry of a store.</summary>
static class ExternalSecrets
{
    public static ExternalSecret Of(string topology, string @namespace, string name, SecretStoreEntry store) => new()
    {
        Metadata = new() { Name = name, Namespace = @namespace, Labels = Labels.Of(topology) },
        Spec = new()
        {
            RefreshInterval = "1h",
            SecretStoreRef = new() { Kind = "ClusterSecretStore", Name = store.Store },
            Target = new() { Name = name, CreationPolicy = "Owner", DeletionPolicy = "Retain" },
            DataFrom = [new() { Extract = new() { Key = store.Entry } }],
        },
    };
}
