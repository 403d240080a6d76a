using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.ManagedClusters;

/// <summary>How the certificate by which a cluster writes reaches it.</summary>
public class ClientCertificateTests
{
    static readonly SecretReference FromStore = SecretReference.ExternalSecret("hub-client", "vault", "clients/fleet");

    [TestCase("4.18", null, "metrics")]
    [TestCase("4.18", true, "openshift-monitoring", "openshift-user-workload-monitoring")]
    [TestCase(null, null, "metrics")]
    public void Certificate_of_a_store_is_made_wherever_something_writes(string? openShift, bool? byPlatform, params string[] namespaces)
    {
        var profile = new Profile("standard")
        {
            Namespace = byPlatform is true ? null : "metrics",
            Collection = Collection.RemoteWrite(Spokes.Names),
            ClientCertificate = FromStore,
            OpenShift = byPlatform is true ? new ClusterMonitoringConfig { AcknowledgeReplace = true } : null,
        };
        var platform = openShift is null ? Hubs.Kubernetes : Platform.OpenShift(openShift) with { ObservabilityOperator = new(1, 3) };
        var made = Spokes.Output(Spokes.Of(platform, profile)).Where(file => file.Key.Contains("/externalsecret-", StringComparison.Ordinal)).Select(file => file.Value).ToList();

        Assert.That(made, Has.Count.EqualTo(namespaces.Length).And.All.Contains("key: clients/fleet"));
        foreach (var name in namespaces)
            Assert.That(made, Has.One.Contains($"namespace: {name}\n"));
    }

    [Test]
    public void Certificate_that_something_else_brings_is_not_made() =>
        Assert.That(Spokes.Output(Spokes.Of(Hubs.Kubernetes, new Profile("standard") { ClientCertificate = SecretReference.Existing("hub-client") })).Keys, Has.None.Contains("externalsecret"));
}
