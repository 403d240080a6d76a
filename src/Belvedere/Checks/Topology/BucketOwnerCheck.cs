using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>One Compactor, and no other, works on a bucket.</summary>
sealed class BucketOwnerCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1114", "Two Compactors work on one bucket", DiagnosticSeverity.Error)
    {
        Sources = ["thanos compact: must run as a singleton against a bucket"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from bucket in SharedBucket.Of(subject)
        let compacting = bucket.Where(hub => hub.Compactor is not null).ToList()
        from hub in compacting.Skip(1)
        select Descriptor.On(
            hub.Compactor!.Authored,
            $"The Compactors of {hub.Authored.Designation} and {compacting[0].Authored.Designation} both work on {hub.Storage!.Designation}: each deletes blocks that the other compacts, and both halt. Give the hubs buckets or prefixes of their own (Storage of the hub), or leave one Compactor out.");
}
