using Belvedere.Binding;
using Belvedere.Checks.Expressions;
using Belvedere.Checks.Flow;
using Belvedere.Checks.Manifests;
using Belvedere.Checks.Topology;
using Belvedere.Diagnostics;
using Belvedere.Lowering;

namespace Belvedere.Checks;

/// <summary>Every check there is, by what it judges. A new one is a class and a line here.</summary>
static class CheckRegistry
{
    public static IReadOnlyList<Check<BoundTopology>> OfTopology { get; } =
    [
        new NameCheck(),
        new ComposedNameCheck(),
        new LabelCheck(),
        new ExternalLabelCheck(),
        new DeliveringHubCheck(),
        new HomeHubCheck(),
        new SecondHubCheck(),
        new SecondTenantCheck(),
        new HubAddressCheck(),
        new BucketOwnerCheck(),
        new HubIdentityCheck(),
        new IdleHubCheck(),
        new QuerierExposureCheck(),
        new GlobalQuerierCheck(),
        new RangeCheck(),
        new ReplicationCheck(),
        new QueueCheck(),
        new WriteEndpointCheck(),
        new StorageEndpointCheck(),
        new ExtraArgumentCheck(),
        new ThanosFlagCheck(),
        new FaultyReleaseCheck(),
        new TenantCheck(),
        new ShuffleShardingCheck(),
        new ZoneCheck(),
        new StoreCoverageCheck(),
        new BlockRetentionCheck(),
        new DeletionDelayCheck(),
        new ComponentReferenceCheck(),
        new PlatformFitCheck(),
        new IdentityLabelCheck(),
        new DeduplicationCheck(),
        new GrafanaDatabaseCheck(),
        new TenancyPriceCheck(),
        new TenantGroupCheck(),
        new WriteHostCheck(),
        new IngressDomainCheck(),
        new WriteLimitCheck(),
        new SeriesLimitCheck(),
        new PriorityClassCheck(),
        new AlertRouteCheck(),
        new RepositoryUrlCheck(),
        new MonitoringConfigOwnerCheck(),
        new ManagedServiceCheck(),
        new RejectedKeyCheck(),
        new IgnoredKeyCheck(),
        new FederationFilterCheck(),
        new UnsupportedPrometheusCheck(),
        new OverrideObjectsCheck(),
        new SettingWithoutEffectCheck(),
        new RuleExpressionCheck(),
        new LocalRuleHomeCheck(),
        new AddOnFitCheck(),
        new AddOnCertificateCheck(),
        new SubscriptionIdentityCheck(),
        new DeliveryNameCheck(),
        new SubscriptionSupportCheck(),
    ];

    public static IReadOnlyList<Check<ManifestSet>> OfManifests { get; } =
    [
        new IdentityCheck(),
        new SecretCheck(),
        new SizeCheck(),
        new StructureCheck(),
        new ServedKindCheck(),
        new ReconcilerCheck(),
        new SelectionCheck(),
        new OverlayBudgetCheck(),
        new HashringCheck(),
        new QuorumCheck(),
        new HubReferenceCheck(),
        new NameLimitCheck(),
        new ApplicationNameCheck(),
        new AddOnSizeCheck(),
    ];

    /// <summary>Judges a subject by all of its checks.</summary>
    public static void Run<TSubject>(IReadOnlyList<Check<TSubject>> checks, TSubject subject, DiagnosticBag found)
    {
        foreach (var check in checks)
            found.AddRange(check.Judge(subject));
    }
}
