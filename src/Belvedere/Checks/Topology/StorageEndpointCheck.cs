using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The endpoint of object storage is a host, as the S3 client wants it.</summary>
sealed class StorageEndpointCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1018", "An object storage endpoint is no host", DiagnosticSeverity.Error)
    {
        Sources = ["Thanos objstore S3: endpoint"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        foreach (var storage in subject.Hubs.Select(hub => hub.Storage).Append(subject.Authored.Storage).OfType<S3ObjectStorage>().Distinct<S3ObjectStorage>(ReferenceEqualityComparer.Instance))
            foreach (var finding in Judge(storage))
                yield return finding;
    }

    IEnumerable<Diagnostic> Judge(S3ObjectStorage storage)
    {
        if (storage.Endpoint.Length == 0 || storage.Endpoint.Contains("://", StringComparison.Ordinal) || storage.Endpoint.AsSpan().IndexOfAny('/', ' ', '@') >= 0)
            yield return Descriptor.On(
                storage,
                $"The endpoint '{storage.Endpoint}' of {storage.Designation} is no host: Thanos' S3 client takes a host, with a port if need be, and no scheme or path. Write for example 's3.eu-west-1.amazonaws.com'.");
        if (storage.Bucket.Length == 0)
            yield return Descriptor.On(storage, "The bucket of object storage has no name. Name it.");
    }
}
