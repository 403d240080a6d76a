using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Knowledge;
using Belvedere.Knowledge.Products;
using Belvedere.Lowering.Hub;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Checks.Topology;

/// <summary>Every flag is one that the hub's release of Thanos has: with another it does not start.</summary>
sealed class ThanosFlagCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1042", "The release of Thanos does not have a flag", DiagnosticSeverity.Error)
    {
        Sources = ["thanos: flags by release"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        foreach (var workload in HubLowering.Workloads(topology, hub).DistinctBy(workload => workload.Authored.Designation))
        {
            if (workload.Thanos is not { } thanos)
                continue;

            foreach (var argument in workload.Arguments.Where(argument => !argument.IsOptional))
                if (Problem(thanos, argument) is { } problem)
                    yield return Descriptor.On(
                        workload.Authored,
                        $"{workload.Authored.Designation} needs the flag '{argument.Flag}', and Thanos {thanos.Version} does not have it: {problem}. Choose another ThanosVersion, or leave out what needs the flag.");
            foreach (var argument in workload.ExtraArguments)
                if (Problem(thanos, argument) is { } problem)
                    yield return Descriptor.On(
                        workload.Authored,
                        $"The extra argument '{argument.Flag}' of {workload.Authored.Designation} is no flag of Thanos {thanos.Version}: {problem}. Correct it or leave it out.",
                        nameof(ThanosComponent.ExtraArguments));
        }
    }

    static string? Problem(ThanosProgram thanos, Argument argument)
    {
        var status = thanos.Status(argument.Flag);
        return status.State switch
        {
            FlagState.NotYet => $"it comes with {status.Form!.Releases.From}",
            FlagState.Removed => $"it is gone since {status.Form!.Releases.Removed}{(status.Form.Successor is { } successor ? $", use '{successor}'" : "")}",
            // Candidates and builds of the future have flags that nobody here knows yet.
            FlagState.Unknown when thanos.Version.Release <= Coverage.Of("thanos").Newest =>
                $"no release of 'thanos {thanos.Command}' has it{Nearest(thanos, argument)}",
            _ => null,
        };
    }

    static string Nearest(ThanosProgram thanos, Argument argument) =>
        NearestName.Of(argument.Flag, ThanosFlags.All.Values.Where(forms => forms[0].Component == thanos.Command).Select(forms => forms[0].Name)) is { } near ? $", but '{near}'" : "";
}
