using System.Globalization;
using System.Text;
using Belvedere.Knowledge;
using Belvedere.Knowledge.Platforms;
using Belvedere.Knowledge.Products;
using Belvedere.Knowledge.Tables;

namespace Belvedere.Tests.Knowledge;

/// <summary>The pages of <c>docs/knowledge</c>, written from the tables.</summary>
static class KnowledgePages
{
    /// <summary>Every page by its file name.</summary>
    public static Dictionary<string, string> Render() => new()
    {
        ["openshift.md"] = OpenShift(),
        ["kubernetes.md"] = Kubernetes(),
        ["thanos.md"] = Thanos(),
        ["prometheus.md"] = Prometheus(),
        ["limits.md"] = LimitsAndUnits(),
    };

    static string OpenShift() => Page(
        "OpenShift",
        $"What Belvedere knows of OpenShift {Known("openshift")}. Newer releases are treated as the newest, with a warning.",
        Section("What each release runs", "", Whole("openshift-components")),
        Section(
            "Kinds",
            "*preview* is behind a gate that ends upgrades; *absent* looks as if it were served and is not.",
            Kinds("openshift")),
        Section(
            "Cluster Observability Operator",
            $"Its releases {Known("observability-operator")} are independent of the platform's.",
            Whole("observability-operator"),
            Kinds("observability-operator")),
        Section(
            "Operators that reconcile custom resources",
            "An object is taken only by an operator whose id it carries in the annotation `operator.prometheus.io/controller-id`; without an id, by one that has none.",
            Lines(
                ["Operator", "Runs in", "Group", "Kinds", "Reconciles in", "Controller id", "Object labels", "Requires", "Releases"],
                PlatformReconcilers.Operators.Where(row => row.Platform != "kubernetes").Select(row => new[]
                {
                    row.Name, row.Namespace, row.ApiGroup, string.Join(", ", row.Kinds), string.Join(", ", row.ReconcilesIn), row.ControllerId, row.ObjectLabels?.Text ?? "", row.Requires ?? "", row.Releases.ToString(),
                }))),
        Section(
            "Which instance selects an object",
            "`*` selects everything.",
            Lines(
                ["Instance", "Namespace", "Selects", "Labels of the object", "Labels of its namespace", "Requires", "Releases"],
                PlatformReconcilers.Instances.Select(row => new[]
                {
                    $"{row.Kind} `{row.Name}`", row.Namespace, row.Selects, Code(row.ObjectSelector.Text), Code(row.NamespaceSelector.Text), row.Requires ?? "", row.Releases.ToString(),
                }))),
        Section("Homes of rules", "", Whole("rule-homes")),
        Section(
            "Behaviour of cluster monitoring",
            "Reserved external labels: `prometheus`, `prometheus_replica`, `cluster`.",
            Lines(
                ["Behaviour", "Value", "Releases", "Source"],
                PlatformConfiguration.Behaviours.Values.SelectMany(rows => rows).Select(row => new[] { row.Behaviour, row.Value, row.Releases.ToString(), row.Source }))),
        Section(
            "Read access",
            "",
            Lines(
                ["Endpoint", "Asks for", "Smallest role", "Releases", "Source"],
                PlatformConfiguration.ReadAccess.Select(row => new[] { Code(row.Endpoint), row.Requirement, row.Role, row.Releases.ToString(), row.Source }))),
        Section(
            "Keys of the ConfigMaps that not all releases have",
            "",
            Lines(
                ["ConfigMap", "Key", "Releases"],
                PlatformConfiguration.Keys.Values.SelectMany(rows => rows).Where(row => IsPartial(row.Releases, "openshift")).Select(row => new[] { row.Map, Code(row.Key), row.Releases.ToString() }))),
        Section(
            "Fields of custom resources that not all releases have",
            "What lies below a field has its releases. Fields deeper than two levels are left out here.",
            Lines(
                ["Provider", "Kind", "Field", "Releases"],
                PlatformKinds.Fields.Values.SelectMany(rows => rows).Where(row => row.Field.Count(character => character == '.') <= 2 && row.Kind != "AlertmanagerConfig").Select(row => new[]
                {
                    row.Provider, $"{row.ApiVersion} {row.Kind}", Code(row.Field), row.Releases.ToString(),
                }))),
        Section(
            "Recording rules that not all releases ship",
            string.Create(CultureInfo.InvariantCulture, $"{PlatformRules.Records.Count} metrics are recorded by some release. Those of cluster-kube-apiserver-operator are missing where the control plane is hosted elsewhere."),
            Lines(
                ["Record", "Shipped by", "Releases"],
                PlatformRules.Records.Values.SelectMany(rows => rows).Where(row => IsPartial(row.Releases, "openshift")).Select(row => new[] { Code(row.Name), row.Operator, row.Releases.ToString() }))),
        Section(
            "Scrapes",
            "",
            Lines(
                ["Monitor", "Profile", "Port", "Path", "Interval", "Timeout", "Releases"],
                PlatformScrapes.Scrapes.Select(row => new[] { row.Monitor, row.Profile ?? "", row.Port, row.Path, row.Interval, row.Timeout, row.Releases.ToString() }))),
        Section(
            "What exporters leave out",
            "",
            Lines(["Exporter", "Of", "Pattern", "Releases"], PlatformScrapes.Denials.Select(row => new[] { row.Exporter, row.Denied, Code(row.Pattern), row.Releases.ToString() }))));

    static string Kubernetes() => Page(
        "Kubernetes",
        $"What Belvedere knows of Kubernetes {Known("kubernetes")}. Newer releases are treated as the newest, with a warning.",
        Section("Built-in kinds", "", Kinds("kubernetes")),
        Section(
            "Fields that not all releases act on",
            "`**.` is any depth, `[]` are the items of a list.",
            Lines(
                ["Version", "Kind", "Field", "Releases", "There", "Source"],
                PlatformKinds.KubernetesFields.Select(row => new[] { row.ApiVersion, row.Kind, Code(row.Field), row.Releases.ToString(), row.Maturity, row.Source }))),
        Section(
            "Kinds that come with an operator",
            "",
            Lines(
                ["Provider", "Kind", "Version"],
                AllKinds.Where(row => row.Provider is not ("kubernetes" or "openshift" or "observability-operator")).Select(row => new[] { row.Provider, row.Kind, row.ApiVersion }))));

    static string Thanos() => Page(
        "Thanos",
        $"What Belvedere knows of Thanos {Known("thanos")}. What the oldest release had may be older.",
        [
            Section("Chosen by default", "", Whole("default-versions")),
            Section("Releases with faults", "", Whole("faulty-releases")),
            Section("Features", "", FeaturesOf("thanos")),
            .. ThanosFlags.All.Values.SelectMany(forms => forms).GroupBy(flag => flag.Component).Select(component => Section(
                $"Flags of `thanos {component.Key}`",
                "",
                Lines(
                    ["Flag", "Takes", "Default", "", "Releases", "Deprecated", "Use instead", "Source"],
                    component.Select(flag => new[]
                    {
                        Code(flag.Name), flag.Type, flag.Default is { } value ? Code(value) : "", Traits(flag), flag.Releases.ToString(), flag.Deprecated is { } since ? VersionRange.Short(since) : "", flag.Successor is { } successor ? Code(successor) : "", flag.Source,
                    })))),
        ]);

    static string Prometheus() => Page(
        "Prometheus, its operator, Alertmanager",
        $"What Belvedere knows of Prometheus {Known("prometheus")}, the Prometheus operator {Known("prometheus-operator")} and Alertmanager {Known("alertmanager")}.",
        Section("Features", "", FeaturesOf("prometheus"), FeaturesOf("prometheus-operator"), FeaturesOf("alertmanager")),
        Section(
            "Fields of `remote_write`",
            "",
            Lines(
                ["Field", "Takes", "Default", "Releases", "Deprecated", "Source"],
                RemoteWriteFields.All.Values.SelectMany(forms => forms).Select(field => new[]
                {
                    Code(field.Name), field.Type, field.Default is { } value ? Code(value) : "", field.Releases.ToString(), field.Deprecated is { } since ? VersionRange.Short(since) : "", field.Source,
                }))),
        Section(
            "Names that `--enable-feature` takes",
            "",
            Lines(["Name", "Releases", "Then", "Source"], FeatureFlags.All.Values.Select(flag => new[] { Code(flag.Name), flag.Releases.ToString(), flag.Instead ?? "", flag.Source }))),
        Section(
            "Integrations of Alertmanager",
            "",
            Lines(["Integration", "Key", "Field of the resource", "Releases", "Source"], Integrations.All.Select(row => new[] { row.Name, Code(row.ConfigurationKey), row.ResourceField is { } field ? Code(field) : "", row.Releases.ToString(), row.Source }))),
        Section(
            "Releases that fields of the operator's resources need",
            "The operator leaves a field out without a word when the release is older. `**.` is any depth.",
            Lines(
                ["Kind", "Field", "Needs"],
                FieldRequirements.All.Values.SelectMany(rows => rows).Select(row => new[] { row.Kind, Code(row.Field), $"{row.Product} {VersionRange.Short(row.From)}" }))));

    static string LimitsAndUnits() => Page(
        "Limits and units",
        "Lengths and sizes that platforms accept, and the units that Grafana formats.",
        Section("Limits", "", Lines(["Limit", "Maximum", "Of", "Source"], Limits.All.Values.Select(limit => new[]
        {
            limit.Name, string.Create(CultureInfo.InvariantCulture, $"{limit.Maximum} {limit.Unit}"), limit.Subject, limit.Source,
        }))),
        Section("Units of Grafana", "", Lines(["Unit", "Category", "Name"], GrafanaUnits.All.Values.Select(unit => new[] { Code(unit.Id), unit.Category, unit.Name }))));

    static IEnumerable<KindRow> AllKinds => PlatformKinds.Kinds.Values.SelectMany(rows => rows);

    static string Kinds(string provider) => Lines(
        ["Kind", "Version", "State", "Releases", "Source"],
        AllKinds.Where(row => row.Provider == provider).OrderBy(row => row.ApiVersion, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal)
            .Select(row => new[] { row.Kind, row.ApiVersion, row.State, row.Releases.ToString(), row.Source }));

    static string FeaturesOf(string product) => Lines(
        ["Feature", "Releases", "Meaning", "Source"],
        Features.All.Values.SelectMany(rows => rows).Where(row => row.Product == product).Select(row => new[] { row.Name, row.Releases.ToString(), row.Meaning, row.Source }));

    // A table that reads well as it is, with the names of its own columns.
    static string Whole(string table)
    {
        var rows = Table.Read(table, row => row);
        var columns = rows[0].Columns.ToArray();
        return Lines(columns, rows.Select(row => columns.Select(column => row[column]).ToArray()));
    }

    static string Known(string product)
    {
        var coverage = Coverage.Of(product);
        return $"{VersionRange.Short(coverage.Oldest)} to {VersionRange.Short(coverage.Newest)}";
    }

    static bool IsPartial(VersionRange releases, string product) => releases.Removed is not null || releases.From > Coverage.Of(product).Oldest;

    static string Traits(ThanosFlag flag) => string.Join(", ", new[]
    {
        flag.IsRepeated ? "repeated" : null,
        flag.IsHidden ? "hidden" : null,
        flag.IsExperimental ? "experimental" : null,
    }.OfType<string>());

    static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    static string Page(string title, string introduction, params string[] sections) =>
        $"# {title}\n\n<!-- Written from src/Belvedere/Knowledge/Data by a test; change the tables instead. -->\n\n{introduction}\n" + string.Concat(sections);

    static string Section(string title, string introduction, params string[] blocks) =>
        $"\n## {title}\n" + (introduction.Length == 0 ? "" : $"\n{introduction}\n") + string.Concat(blocks.Select(block => "\n" + block));

    static string Lines(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        Line(text, header);
        Line(text, [.. header.Select(_ => "---")]);
        foreach (var row in rows)
            Line(text, row);
        return text.ToString();
    }

    static void Line(StringBuilder text, string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
