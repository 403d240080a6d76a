using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class TenantsTests
{
    [Test]
    public void All_of_Receive_agrees() => Assert.That(GoodHub.Repository.By<Tenants>(), Is.Empty);

    [TestCase("--receive.tenant-label-name=tenant_id'\n        env:\n        - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n        ports: [{name: grpc, containerPort: 10901}, {name: http, containerPort: 10902}]\n        readinessProbe: {httpGet: {port: http, path: /-/ready}}\n        volumeMounts: [{name: ring", "--receive.tenant-label-name=tenant'\n        env:\n        - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n        ports: [{name: grpc, containerPort: 10901}, {name: http, containerPort: 10902}]\n        readinessProbe: {httpGet: {port: http, path: /-/ready}}\n        volumeMounts: [{name: ring", "they differ in --receive.tenant-label-name")]
    [TestCase("\"hashring\": \"one\", ", "\"hashring\": \"one\", \"tenants\": [\"other\"], ", "tenant 'fleet' has no hashring")]
    [TestCase("--receive.replication-factor=3", "--receive.replication-factor=3'\n        - '--receive.tenant-certificate-field=commonName", "does not ask for")]
    [TestCase("{default: {request: {samples_limit: 5000}}}", "{default: {head_series_limit: 5}}", "need a Prometheus that counts")]
    public void Tenants_that_are_lost_are_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<Tenants>(), Has.Some.Contains(problem));
}
