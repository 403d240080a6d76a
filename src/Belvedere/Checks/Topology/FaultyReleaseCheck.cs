using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Knowledge.Products;
using Belvedere.Lowering.Hub;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Checks.Topology;

/// <summary>The hub's release of Thanos has no known fault in what the hub uses.</summary>
sealed class FaultyReleaseCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1043", "The release of Thanos has a known fault", DiagnosticSeverity.Error)
    {
        Sources = ["thanos: changelog and release notes"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        var told = new HashSet<FaultyRelease>();
        foreach (var workload in HubLowering.Workloads(topology, hub))
            foreach (var fault in workload.Thanos is { } thanos ? FaultyReleases.Of("thanos", thanos.Command, thanos.Version) : [])
                if (Shows(fault, workload) && told.Add(fault))
                    yield return Descriptor.On(
                        hub.Authored,
                        $"Thanos {hub.Thanos} of {hub.Authored.Designation} has a fault that {workload.Authored.Designation} runs into: {fault.Fault} ({fault.Source}). Set ThanosVersion to {fault.Releases.Removed} or newer.",
                        nameof(Hub.ThanosVersion)) with { Severity = fault.IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning };
    }

    static bool Shows(FaultyRelease fault, Workload workload) => fault.When is not { } when
        || workload.Arguments.Concat(workload.ExtraArguments).Any(argument => argument.ToString() == when || argument.Flag == when);
}
