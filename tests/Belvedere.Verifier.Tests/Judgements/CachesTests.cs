using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class CachesTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: files, namespace: hub}
        data:
          index.yaml: |
            type: MEMCACHED
            config: {addresses: [dnssrvnoa+_memcached._tcp.cache.hub.svc], max_item_size: 4MiB}
          bucket.yaml: |
            type: IN-MEMORY
            config: {max_size: 1GiB, max_item_size: 1MiB}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: cache, namespace: hub}
        spec:
          serviceName: cache
          template:
            metadata: {labels: {app: cache}}
            spec: {securityContext: {fsGroup: 1}, containers: [{name: memcached, args: [-m, "1024", -I, 4m], ports: [{name: memcached, containerPort: 11211}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: cache, namespace: hub}
        spec: {clusterIP: None, selector: {app: cache}, ports: [{name: memcached, port: 11211, targetPort: memcached}]}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: store, namespace: hub}
        spec:
          template:
            spec:
              securityContext: {fsGroup: 1}
              containers:
              - name: thanos
                args: [store, --index-cache.config-file=/etc/files/index.yaml, --store.caching-bucket.config-file=/etc/files/bucket.yaml]
                volumeMounts: [{name: files, mountPath: /etc/files}]
              volumes: [{name: files, configMap: {name: files}}]
        """);

    [Test]
    public void Cache_that_both_sides_agree_on_is_right() => Assert.That(Good.By<Caches>(), Is.Empty);

    [TestCase("-I, 4m]", "-I, 2m]", "takes 2097152 bytes")]
    [TestCase("max_size: 1GiB, ", "", "there would be no cache")]
    [TestCase("clusterIP: None, ", "", "not found pod by pod")]
    [TestCase("_tcp.cache.hub.svc", "_tcp.other.hub.svc", "is no Service")]
    [TestCase("max_item_size: 1MiB", "max_item_size: 2GiB", "larger than all")]
    public void Cache_that_keeps_nothing_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<Caches>(), Has.Some.Contains(problem));
}
