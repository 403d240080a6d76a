using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class SyncOrderTests
{
    [Test]
    public void Nothing_precedes_what_it_needs() => Assert.That(GoodHub.Repository.By<SyncOrder>(), Is.Empty);

    [TestCase("metadata: {name: hub}", "metadata: {name: hub, annotations: {argocd.argoproj.io/sync-wave: '1'}}", "its namespace is Namespace hub of wave 1")]
    [TestCase("sync-wave: '2'", "sync-wave: '0'", "what it reads is made by ConfigMap hub/ring of wave 1")]
    [TestCase("metadata: {name: ingestor, namespace: hub, annotations: {}}", "metadata: {name: ingestor, namespace: hub, annotations: {argocd.argoproj.io/sync-wave: '3'}}", "an ingestor of it is StatefulSet hub/ingestor of wave 3")]
    public void Object_before_what_it_needs_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<SyncOrder>(), Has.Some.Contains(problem));
}
