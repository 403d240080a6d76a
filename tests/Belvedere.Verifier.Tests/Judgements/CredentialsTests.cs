using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class CredentialsTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: files, namespace: hub}
        data:
          objstore.yaml: |
            type: S3
            config:
              bucket: metrics
              secret_key: $(SECRET_KEY)
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: server, namespace: hub}
        spec:
          template:
            spec:
              securityContext: {fsGroup: 1}
              containers:
              - name: server
                args: ["--password=/etc/password", "--url=https://example.com/a"]
                env:
                - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
        """);

    [Test]
    public void References_are_no_credentials() => Assert.That(Good.By<Credentials>(), Is.Empty);

    [TestCase("secret_key: $(SECRET_KEY)", "secret_key: abc", "'secret_key' holds its value")]
    [TestCase("--password=/etc/password", "--password=abc", "argument --password holds its value")]
    [TestCase("https://example.com/a", "https://user:word@example.com/a", "looks like a credential")]
    [TestCase("valueFrom: {secretKeyRef: {name: db, key: password}}", "value: abc", "variable DB_PASSWORD holds its value")]
    [TestCase("kind: ConfigMap", "kind: Secret", "it holds values")]
    [TestCase("bucket: metrics", "bucket: -----BEGIN EC PRIVATE KEY-----", "looks like a credential")]
    public void Value_of_a_credential_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<Credentials>(), Has.Some.Contains(problem));
}
