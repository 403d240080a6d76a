using System.Text;
using Belvedere.Binding;
using Belvedere.Documents.Json;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Dashboards;

/// <summary>
/// Dashboards → one ConfigMap each, with the label that Grafana's dashboard loaders look for by convention. The JSON is
/// minified: it counts against the size of an object.
/// </summary>
static class DashboardLowering
{
    const string LoaderLabel = "grafana_dashboard";

    /// <summary>The ConfigMap of a dashboard.</summary>
    public static string NameOf(BoundDashboard dashboard) => $"dashboard-{dashboard.Name}";

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        foreach (var dashboard in topology.Dashboards)
        {
            yield return new Manifest(
                new ConfigMap
                {
                    Metadata = new() { Name = NameOf(dashboard), Namespace = hub.Namespace, Labels = Labels.Of(topology.Name).With(LoaderLabel, "1") },
                    Data = new() { [$"{dashboard.Name}.json"] = Encoding.UTF8.GetString(JsonWriter.ToUtf8(dashboard.Json, minified: true)) },
                },
                HubTarget.Dashboards,
                new Origin(dashboard.Source.Designation, dashboard.Location));
        }
    }
}
