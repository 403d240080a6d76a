using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class NamesAndLabelsTests
{
    [Test]
    public void Names_and_labels_of_the_API_are_right() => Assert.That(GoodHub.Repository.By<NamesAndLabels>(), Is.Empty);

    [TestCase("metadata: {name: files, namespace: hub}", "metadata: {name: Files, namespace: hub}", "no DNS name")]
    [TestCase("metadata: {name: files, namespace: hub}", "metadata: {name: files}", "says no namespace")]
    [TestCase("metadata: {name: hub}", "metadata: {name: hub, namespace: hub}", "its kind has no namespace")]
    [TestCase("metadata: {name: hub}", "metadata: {name: hub, labels: {a: 'b c'}}", "is no value of label 'a'")]
    [TestCase("metadata: {name: hub}", "metadata: {name: hub, labels: {a: true}}", "is no value of label 'a'")]
    [TestCase("metadata: {name: hub}", "metadata: {name: hub, annotations: {a: 1}}", "is no string")]
    [TestCase("metadata: {name: collector,", "metadata: {name: a-name-of-a-collector-that-goes-on-and-on-for-no-good-reason,", "leaves no room")]
    [TestCase("metadata: {name: hub}", "metadata: {name: hub, creationTimestamp: null}", "only the cluster may write")]
    public void Name_or_label_that_is_refused_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<NamesAndLabels>(), Has.Some.Contains(problem));
}
