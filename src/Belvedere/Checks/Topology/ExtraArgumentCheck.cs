using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Extra arguments are flags of their own: Thanos refuses most flags that come twice.</summary>
sealed class ExtraArgumentCheck : Check<BoundTopology>
{
    // What the compiler sets on a component, or what would change what it relies on.
    static readonly Dictionary<Type, string[]> Owned = new()
    {
        [typeof(Receive)] =
        [
            "--tsdb.path", "--tsdb.retention", "--tsdb.out-of-order.time-window", "--objstore.config", "--objstore.config-file", "--receive.hashrings",
            "--receive.hashrings-file", "--receive.hashrings-algorithm", "--receive.replication-factor", "--receive.local-endpoint",
            "--remote-write.address", "--remote-write.server-tls-cert", "--remote-write.server-tls-key", "--remote-write.server-tls-client-ca",
            "--http-address", "--grpc-address",
        ],
        [typeof(Querier)] =
        [
            "--endpoint.sd-config", "--endpoint.sd-config-file", "--query.timeout", "--query.max-concurrent", "--query.auto-downsampling",
            "--http-address", "--grpc-address",
        ],
    };

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1019", "An extra argument is the compiler's own or no flag", DiagnosticSeverity.Error)
    {
        Sources = ["thanos: flag parsing"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        IEnumerable<ThanosComponent?> components = [subject.Hub?.Receive?.Authored, subject.Hub?.Querier?.Authored];
        foreach (var component in components.OfType<ThanosComponent>())
        {
            foreach (var argument in component.ExtraArguments)
            {
                var flag = argument.Split('=', 2)[0];
                if (!flag.StartsWith("--", StringComparison.Ordinal) || flag.Length < 4)
                    yield return Descriptor.On(component, $"The extra argument '{argument}' of {component.Designation} is no flag. Write it as '--name=value'.", nameof(ThanosComponent.ExtraArguments));
                else if (Owned[component.GetType()].Contains(flag))
                    yield return Descriptor.On(component, $"The flag '{flag}' of {component.Designation} is set by the compiler. Use the model's property instead of an extra argument.", nameof(ThanosComponent.ExtraArguments));
            }
        }
    }
}
