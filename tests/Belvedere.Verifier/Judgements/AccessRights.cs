using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Bindings lead from a service account to a role that is there, and who discovers targets may list them.</summary>
sealed class AccessRights : SiteJudgement
{
    const string Group = "rbac.authorization.k8s.io";

    /// <summary>Roles that OpenShift brings.</summary>
    static readonly (string Kind, string Namespace, string Name, int Since)[] OfOpenShift =
    [
        ("ClusterRole", "", "cluster-monitoring-view", 0),
        // It exists since 4.15, but the Prometheus of the platform honours it from 4.16 on.
        ("Role", "openshift-monitoring", "cluster-monitoring-metrics-api", 16),
    ];

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var binding in site.Resources.Where(made => made.Group == Group && made.Kind is "RoleBinding" or "ClusterRoleBinding"))
        {
            var (kind, name) = (binding.Tree.At("roleRef", "kind").Text ?? "", binding.Tree.At("roleRef", "name").Text ?? "");
            var @namespace = kind == "Role" ? binding.Namespace : "";
            if (site.Find(Group, kind, @namespace, name) is null
                && !(site.Platform.IsOpenShift && OfOpenShift.Any(role => (role.Kind, role.Namespace, role.Name) == (kind, @namespace, name) && role.Since <= site.Platform.Minor))
                && !(kind == "ClusterRole" && name.StartsWith("system:", StringComparison.Ordinal)))
                yield return (binding.ToString(), $"{kind} '{name}' is not there, or does nothing on this release.");
            foreach (var subject in binding.Tree["subjects"].Items)
                if (subject["kind"].Text != "ServiceAccount" || site.Find("", "ServiceAccount", subject["namespace"].Text ?? "", subject["name"].Text ?? "") is null)
                    yield return (binding.ToString(), $"{subject["kind"].Text} '{subject["name"].Text}' is not there.");
        }

        foreach (var collector in site.Resources.Where(made => made.Kind is "Prometheus" or "PrometheusAgent" && (made.Spec["serviceMonitorSelector"].Exists || made.Spec["podMonitorSelector"].Exists)))
        {
            var everywhere = collector.Spec["serviceMonitorNamespaceSelector"].Exists;
            foreach (var resource in (string[])["services", "endpoints", "pods"])
                if (!MayList(site, collector, resource, everywhere))
                    yield return (collector.ToString(), $"its service account may not list {resource}{(everywhere ? " of all namespaces" : "")}: it finds no targets.");
        }
    }

    static bool MayList(Site site, Resource collector, string resource, bool everywhere) =>
        (from binding in site.Resources
         where binding.Group == Group && binding.Kind == "ClusterRoleBinding" || binding.Group == Group && binding.Kind == "RoleBinding" && !everywhere && binding.Namespace == collector.Namespace
         where binding.Tree["subjects"].Items.Any(subject => subject["name"].Text == collector.Spec["serviceAccountName"].Text && subject["namespace"].Text == collector.Namespace)
         let kind = binding.Tree.At("roleRef", "kind").Text ?? ""
         let role = site.Find(Group, kind, kind == "Role" ? binding.Namespace : "", binding.Tree.At("roleRef", "name").Text ?? "")
         where role is not null
         from rule in role.Tree["rules"].Items
         where rule["resources"].Texts.Contains(resource) && ((string[])["get", "list", "watch"]).All(rule["verbs"].Texts.Contains)
         select rule).Any();
}
