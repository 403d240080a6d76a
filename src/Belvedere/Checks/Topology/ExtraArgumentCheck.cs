using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Hub;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Checks.Topology;

/// <summary>Extra arguments are flags of their own: Thanos refuses most flags that come twice.</summary>
sealed class ExtraArgumentCheck : HubCheck
{
    // What other objects rely on, though the compiler leaves them at their defaults.
    static readonly string[] Relied = ["--http-address", "--grpc-address", "--remote-write.address", "--receive.local-endpoint", "--http.config"];

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1019", "An extra argument is the compiler's own or no flag", DiagnosticSeverity.Error)
    {
        Sources = ["thanos: flag parsing"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub) =>
        HubLowering.Workloads(topology, hub).DistinctBy(workload => workload.Authored.Designation).SelectMany(Judge);

    IEnumerable<Diagnostic> Judge(Workload workload)
    {
        foreach (var argument in workload.ExtraArguments)
        {
            var (flag, component) = (argument.Flag, workload.Authored);
            if (!flag.StartsWith("--", StringComparison.Ordinal) || flag.Length < 4)
                yield return Descriptor.On(component, $"The extra argument '{argument}' of {component.Designation} is no flag. Write it as '--name=value'.", nameof(ThanosComponent.ExtraArguments));
            else if (Relied.Contains(flag) || workload.Arguments.Any(own => AreOne(own.Flag, flag) && !IsRepeated(workload, flag)))
                yield return Descriptor.On(component, $"The flag '{flag}' of {component.Designation} is set by the compiler. Use the model's property instead of an extra argument.", nameof(ThanosComponent.ExtraArguments));
        }
    }

    // A switch and its negation are one flag, and so are a file and its content.
    static bool AreOne(string own, string extra) => Root(own) == Root(extra);

    static string Root(string flag)
    {
        var name = flag.StartsWith("--no-", StringComparison.Ordinal) ? flag[5..] : flag[2..];
        return name.EndsWith("-file", StringComparison.Ordinal) ? name[..^5] : name;
    }

    static bool IsRepeated(Workload workload, string flag) => workload.Thanos?.Status(flag).Form?.IsRepeated is true;
}
