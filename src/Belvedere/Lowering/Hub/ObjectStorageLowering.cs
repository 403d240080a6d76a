using System.Text;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// The client configuration of the bucket, for every component that reads or writes blocks. It holds no credentials: those
/// reach the pods as environment variables, which the S3 client reads where the configuration names no key.
/// </summary>
static class ObjectStorageLowering
{
    const string Name = "thanos-object-storage";
    const string Folder = "/etc/thanos/object-storage";
    const string File = "objstore.yaml";

    /// <summary>The argument that names the configuration.</summary>
    public const string Argument = $"--objstore.config-file={Folder}/{File}";

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Storage is not { } storage)
            yield break;

        yield return new Manifest(
            new ConfigMap
            {
                Metadata = new() { Name = Name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) },
                Data = new() { [File] = Configuration(storage) },
            },
            HubTarget.Observability,
            Origin.Of(storage.Authored));
    }

    /// <summary>The mounted configuration; Thanos reads it once, so new content makes new pods.</summary>
    public static MountedFiles Files(BoundS3 storage) => new("object-storage", Folder, new ConfigMapFiles(Name), Configuration(storage));

    /// <summary>The variables that hold the access key.</summary>
    public static IEnumerable<EnvironmentValue> Environment(BoundS3 storage) =>
    [
        new SecretValue("AWS_ACCESS_KEY_ID", storage.Authored.Credentials.Name, storage.AccessKeyIdKey),
        new SecretValue("AWS_SECRET_ACCESS_KEY", storage.Authored.Credentials.Name, storage.SecretAccessKeyKey),
    ];

    static string Configuration(BoundS3 storage) => Encoding.UTF8.GetString(YamlWriter.ToUtf8(MapNode.Of(
        ("type", ScalarNode.String("S3")),
        ("config", MapNode.Of(
            ("bucket", ScalarNode.String(storage.Authored.Bucket)),
            ("endpoint", ScalarNode.String(storage.Authored.Endpoint)),
            ("region", storage.Authored.Region is { } region ? ScalarNode.String(region) : null))),
        ("prefix", storage.Authored.Prefix is { } prefix ? ScalarNode.String(prefix) : null))));
}
