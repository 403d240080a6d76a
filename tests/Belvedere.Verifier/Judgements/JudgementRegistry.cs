namespace Belvedere.Verifier.Judgements;

/// <summary>Every judgement.</summary>
static class JudgementRegistry
{
    public static IReadOnlyList<Judgement> All { get; } =
    [
        new KustomizationFiles(),
        new UniqueObjects(),
        new NamesAndLabels(),
        new PodContents(),
        new PodResources(),
        new Arguments(),
        new MountedFiles(),
        new References(),
        new AccessRights(),
        new ServiceTargets(),
        new MonitorTargets(),
        new DisruptionBudgets(),
        new Exposures(),
        new HashringPods(),
        new WriteQuorum(),
        new StoreCoverage(),
        new QuerierEndpoints(),
        new Caches(),
        new AlertPath(),
        new BlockLifetimes(),
        new ClusterIdentity(),
        new ReplicaLabels(),
        new Tenants(),
        new WritePath(),
        new Credentials(),
        new Reconcilers(),
        new Selection(),
        new GrafanaSources(),
        new NetworkFlows(),
        new Deliveries(),
        new SyncOrder(),
    ];
}
