using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class MountedFilesTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: files, namespace: hub}
        data:
          objstore.yaml: |
            type: S3
            config: {access_key: $(KEY), http_config: {tls_config: {ca_file: /etc/ca/ca.crt}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: server, namespace: hub}
        spec:
          template:
            spec:
              securityContext: {fsGroup: 1}
              containers:
              - name: thanos
                args: [store, --data-dir=/data, --objstore.config-file=/etc/files/objstore.yaml]
                env: [{name: KEY, valueFrom: {secretKeyRef: {name: s3, key: key}}}]
                securityContext: {readOnlyRootFilesystem: true}
                volumeMounts: [{name: data, mountPath: /data}, {name: files, mountPath: /etc/files}, {name: ca, mountPath: /etc/ca}]
              volumes: [{name: data, emptyDir: {}}, {name: files, configMap: {name: files}}, {name: ca, secret: {secretName: ca, items: [{key: a, path: ca.crt}]}}]
        """);

    [Test]
    public void Every_path_leads_to_a_file() => Assert.That(Good.By<MountedFiles>(), Is.Empty);

    [TestCase("--data-dir=/data,", "--data-dir=/other,", "nothing may be written to /other")]
    [TestCase("mountPath: /data}", "mountPath: /data, readOnly: true}", "nothing may be written to /data")]
    [TestCase("/etc/files/objstore.yaml", "/etc/files/other.yaml", "holds no 'other.yaml'")]
    [TestCase("/etc/files/objstore.yaml", "/etc/other/objstore.yaml", "is on no volume")]
    [TestCase("path: ca.crt}", "path: ca.pem}", "holds no 'ca.crt'")]
    [TestCase("$(KEY)", "$(OTHER)", "$(OTHER) is not set")]
    [TestCase("access_key: $(KEY), ", "", "it has no credentials")]
    public void Path_to_nothing_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<MountedFiles>(), Has.Some.Contains(problem));
}
