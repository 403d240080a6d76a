using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Platforms;

/// <summary>What a platform's release stands for: where the tables know it, and what it runs.</summary>
static class PlatformVersions
{
    static Dictionary<string, Row>? openShift;

    static Dictionary<string, SemanticVersion>? observabilityOperator;

    static Dictionary<string, Row> OpenShift => openShift ??= Table.Read("openshift-components", row => row).ToDictionary(row => row["openshift"], StringComparer.Ordinal);

    static Dictionary<string, SemanticVersion> ObservabilityOperator => observabilityOperator ??=
        Table.Read("observability-operator", row => row).ToDictionary(row => row["version"], row => row.Version("prometheus-operator"), StringComparer.Ordinal);

    extension(Platform platform)
    {
        /// <summary>Whether the tables know the platform's release, or treat it as another.</summary>
        public CoverageKind Coverage => CoverageOf(platform).Of(platform.Version.FirstRelease);

        /// <summary>The releases of the platform that the tables know.</summary>
        public Coverage KnownReleases => CoverageOf(platform);

        /// <summary>
        /// The release line that the tables are asked for: the platform's own, or the nearest one known. A version that could
        /// not be read counts as the newest: it is reported once, and should not be reported again as missing everything.
        /// </summary>
        public MinorVersion TableVersion => platform.Problem is null ? CoverageOf(platform).Nearest(platform.Version) : CoverageOf(platform).Newest.Line;

        /// <summary>The Kubernetes release line under the platform.</summary>
        public MinorVersion KubernetesVersion => platform.IsOpenShift
            ? OpenShift[platform.TableVersion.ToString()].Version("kubernetes").Line
            : platform.TableVersion;

        /// <summary>The release line of the Cluster Observability Operator that the tables are asked for; null when none is declared.</summary>
        public MinorVersion? ObservabilityOperatorTableVersion =>
            platform.ObservabilityOperator is { } version ? Knowledge.Coverage.Of("observability-operator").Nearest(version) : null;

        /// <summary>
        /// The version of a product that the platform runs itself: <c>prometheus</c>, <c>prometheus-operator</c>, <c>thanos</c>,
        /// <c>alertmanager</c>, <c>kube-state-metrics</c> or <c>node-exporter</c>; null on Kubernetes, which runs none.
        /// </summary>
        public SemanticVersion? ComponentVersion(string product) =>
            platform.IsOpenShift ? OpenShift[platform.TableVersion.ToString()].Version(product) : null;

        /// <summary>The version of the Prometheus operator inside the Cluster Observability Operator; null when none is declared.</summary>
        public SemanticVersion? ObservabilityPrometheusOperatorVersion =>
            platform.ObservabilityOperatorTableVersion is { } line ? ObservabilityOperator[line.ToString()] : null;
    }

    static Coverage CoverageOf(Platform platform) => Knowledge.Coverage.Of(platform.IsOpenShift ? "openshift" : "kubernetes");
}
