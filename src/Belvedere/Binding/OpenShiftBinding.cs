namespace Belvedere.Binding;

/// <summary>What collects on OpenShift, with defaults and with the ConfigMaps that were imported.</summary>
static class OpenShiftBinding
{
    public static BoundOpenShift Bind(Profile profile, BindingContext context) => profile.OpenShift switch
    {
        ClusterMonitoringConfig config => Bind(profile, config, context),
        AcmManaged managed => new BoundAcmManaged(managed.ClusterSets is [] ? [context.Defaults.ClusterSet] : managed.ClusterSets),
        UnsupportedDedicatedPrometheus => new BoundDedicatedPrometheus(),
        ObservabilityOperator made => Bind(made, context),
        _ => Bind(new ObservabilityOperator(), context),
    };

    static BoundObservabilityOperator Bind(ObservabilityOperator made, BindingContext context) =>
        new(made.Install ?? true, made.Channel ?? context.Defaults.ObservabilityOperatorChannel, made.UserWorkloads ?? false);

    static BoundClusterMonitoring Bind(Profile profile, ClusterMonitoringConfig config, BindingContext context)
    {
        var imported = config.Imported is { } files ? MonitoringConfigReader.Read(profile, files, context) : default;
        return new BoundClusterMonitoring(
            config, config.Platform ?? true, config.UserWorkloads ?? true, config.Identity ?? WriteIdentity.BuildTime, imported.Cluster, imported.UserWorkload);
    }
}
