using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>What a profile says has an effect on each platform that its clusters run on.</summary>
sealed class SettingWithoutEffectCheck : Check<BoundTopology>
{
    static readonly MinorVersion FirstWithScrapeInterval = new(4, 18);

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1090", "A setting of a profile has no effect on a platform", DiagnosticSeverity.Warning)
    {
        Sources = ["cluster-monitoring-operator: keys of its ConfigMaps", "MonitoringStack and PrometheusAgent of monitoring.rhobs"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shape in subject.Collecting
        let at = EffectiveProfile.ElementOf(subject, shape)
        from setting in Idle(shape)
        select Descriptor.On(
            at,
            $"{setting} of {at.Designation} has no effect on {shape.Platform}, where {Who(shape.Base.Collector)}. Remove it, or give these clusters a profile of their own.",
            setting);

    static IEnumerable<string> Idle(ClusterShape shape)
    {
        var said = shape.Effective.Authored;
        (string Name, bool Said, bool Works)[] settings = shape.Base.Collector switch
        {
            CollectorShape.Agent or CollectorShape.ObservabilityAgent =>
            [
                (nameof(Profile.Retention), said.Retention is not null, false),
                (nameof(Profile.MonitorLabels), said.MonitorLabels.Count > 0, shape.Base.Collector is CollectorShape.Agent),
            ],
            CollectorShape.ObservabilityStack => [(nameof(Profile.MonitorLabels), said.MonitorLabels.Count > 0, false)],
            CollectorShape.ClusterMonitoring =>
            [
                (nameof(Profile.ScrapeInterval), said.ScrapeInterval is not null, shape.Platform.Version >= FirstWithScrapeInterval),
                (nameof(Profile.Replicas), said.Replicas is not null, false),
                (nameof(Profile.Collector), said.Collector is not null, false),
                (nameof(Profile.MonitorLabels), said.MonitorLabels.Count > 0, false),
            ],
            CollectorShape.AcmManaged =>
            [
                (nameof(Profile.Namespace), said.Namespace is not null, false),
                (nameof(Profile.Replicas), said.Replicas is not null, false),
                (nameof(Profile.Retention), said.Retention is not null, false),
                (nameof(Profile.Resources), said.Resources is not null, false),
                (nameof(Profile.Volume), said.Volume is not null, false),
                (nameof(Profile.Collector), said.Collector is not null, false),
                (nameof(Profile.ExternalLabels), said.ExternalLabels.Count > 0, false),
                (nameof(Profile.MonitorLabels), said.MonitorLabels.Count > 0, false),
                (nameof(Profile.ClientCertificate), said.ClientCertificate is not null, false),
            ],
            _ => [],
        };
        return from setting in settings where setting.Said && !setting.Works select setting.Name;
    }

    static string Who(CollectorShape shape) => shape switch
    {
        CollectorShape.Agent or CollectorShape.ObservabilityAgent => "an agent only scrapes and sends",
        CollectorShape.ObservabilityStack => "a MonitoringStack reads the platform's Prometheus",
        CollectorShape.ClusterMonitoring => "the platform's own Prometheus collects",
        _ => "the collectors of Advanced Cluster Management collect",
    };
}
