using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Every custom resource has an operator on its cluster that looks at it there. What nobody reconciles is healthy to Argo CD, and nothing.</summary>
sealed class Reconcilers : SiteJudgement
{
    const string Core = "monitoring.coreos.com", Rhobs = "monitoring.rhobs";

    /// <summary>What OpenShift serves in the group of the Prometheus operator, on every release from 4.12 on.</summary>
    static readonly HashSet<string> OfPlatform = new(StringComparer.Ordinal) { "Alertmanager", "AlertmanagerConfig", "PodMonitor", "Probe", "Prometheus", "PrometheusRule", "ServiceMonitor", "ThanosRuler" };

    static readonly HashSet<string> Instances = new(StringComparer.Ordinal) { "Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler" };

    /// <summary>Groups that only OpenShift, or something that is installed there, serves.</summary>
    static readonly string[] OpenShiftOnly = ["route.openshift.io", "operator.openshift.io", "monitoring.openshift.io", "config.openshift.io", Rhobs, "operators.coreos.com"];

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) => site.Resources.SelectMany(made => Judge(site, made).Select(problem => (made.ToString(), problem)));

    static IEnumerable<string> Judge(Site site, Resource made)
    {
        if (made is { Group: Rhobs, Namespace: "open-cluster-management-observability" })
            yield break;
        if (!site.Platform.IsOpenShift && OpenShiftOnly.Contains(made.Group))
            yield return $"nothing on this platform serves {made.Group}.";
        if (!site.Platform.IsOpenShift)
            yield break;

        if (made.Group == Core && !OfPlatform.Contains(made.Kind))
            yield return $"OpenShift serves no {made.Kind} of {Core}.";
        if (made.Group == Core && Instances.Contains(made.Kind) && !(made.Namespace == "openshift-user-workload-monitoring" && site.Platform.Minor <= 15))
            yield return "no operator of the platform looks at it here.";
        if (made.Group == Rhobs && Instances.Contains(made.Kind) && made.Labels.GetValueOrDefault("app.kubernetes.io/managed-by") != "observability-operator")
            yield return "the Cluster Observability Operator passes over it: it has no label 'app.kubernetes.io/managed-by: observability-operator'.";
        if (made.Group == Rhobs && made.Annotations.TryGetValue("operator.prometheus.io/controller-id", out var controller) && controller.Length > 0)
            yield return "its controller id is another operator's.";
        if (made.Group == Rhobs && made.Kind == "AlertmanagerConfig" && made.Version != "v1alpha1")
            yield return "the Cluster Observability Operator serves v1alpha1 alone.";
        if (made.Group == "monitoring.openshift.io" && made.Version != "v1" && site.Platform.Minor >= 14)
            yield return "the platform serves v1.";
        if (site.Platform.IsManaged && made is { Kind: "ConfigMap", Name: "cluster-monitoring-config" })
            yield return "the service owns it, and writes it back.";
        if (made.Kind == "Namespace" && made.Labels.GetValueOrDefault("openshift.io/cluster-monitoring") == "true")
            yield return "a namespace of ours must not be one of the platform's monitoring.";
        if (made.Group == Core && !Instances.Contains(made.Kind) && made.Namespace is "openshift-monitoring" or "openshift-user-workload-monitoring")
            yield return "the platform's own Prometheus takes what is in this namespace.";
        if (made.Kind == "Prometheus" && made.Group == Core && made.Spec["scrapeClasses"].Exists && site.Platform.Minor < 16)
            yield return "this release knows no scrape classes.";
    }
}
