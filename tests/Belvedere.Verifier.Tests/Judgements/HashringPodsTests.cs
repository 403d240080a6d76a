using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class HashringPodsTests
{
    [Test]
    public void Ring_of_all_ingestors_is_right() => Assert.That(GoodHub.Repository.By<HashringPods>(), Is.Empty);

    [TestCase("ingestor-2.ingestor.hub.svc:10901", "ingestor-3.ingestor.hub.svc:10901", "is no pod of a StatefulSet")]
    [TestCase("\"ingestor-1.ingestor.hub.svc:10901\", ", "", "'ingestor-1' keeps samples and is in no hashring")]
    [TestCase("ingestor-1.ingestor.hub.svc:10901", "ingestor-0.ingestor.hub.svc:10901", "is there twice")]
    [TestCase("ingestor-0.ingestor.hub.svc:10901", "ingestor-0.router.hub.svc:10901", "is no pod of a StatefulSet")]
    [TestCase("ingestor-0.ingestor.hub.svc:10901", "ingestor-0.ingestor.hub.svc:10902", "is no pod of a StatefulSet")]
    [TestCase("--receive.replication-factor=3", "--receive.replication-factor=5", "fewer nodes than copies")]
    [TestCase("algorithm=ketama", "algorithm=hashmod", "not ketama")]
    [TestCase("\"hashring\": \"one\", ", "\"hashring\": \"one\", \"shuffle_sharding_config\": {\"shard_size\": 4}, ", "a shard of 4 is more")]
    [TestCase("\"ingestor-0.ingestor.hub.svc:10901\"", "{\"address\": \"ingestor-0.ingestor.hub.svc:10901\", \"az\": \"a\"}", "nothing puts it there")]
    public void Ring_that_is_not_its_pods_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<HashringPods>(), Has.Some.Contains(problem));
}
