using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class PodContentsTests
{
    [Test]
    public void Names_in_a_pod_are_unique() => Assert.That(GoodHub.Repository.By<PodContents>(), Is.Empty);

    [TestCase("{name: http, containerPort: 10902}", "{name: grpc, containerPort: 10902}", "port 'grpc' is there twice")]
    [TestCase("{name: http, containerPort: 10902}", "{name: http, containerPort: 10901}", "port number '10901/TCP' is there twice")]
    [TestCase("volumeMounts: [{name: files", "volumeMounts: [{name: file", "volume 'file' is mounted and not there")]
    [TestCase("httpGet: {port: http", "httpGet: {port: web", "asks port 'web'")]
    [TestCase("selector: {matchLabels: {app: query}}\n  template", "selector: {matchLabels: {app: other}}\n  template", "does not fit its own pods")]
    public void Pod_that_would_not_start_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<PodContents>(), Has.Some.Contains(problem));
}
