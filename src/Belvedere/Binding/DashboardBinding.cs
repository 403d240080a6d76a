using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using static Belvedere.Binding.DashboardBindingDiagnostics;

namespace Belvedere.Binding;

/// <summary>Dashboards that ship and dashboards from files, taken as they are.</summary>
static class DashboardBinding
{
    public static IReadOnlyList<BoundDashboard> Bind(IReadOnlyList<DashboardSource> sources, BindingContext context)
    {
        var bound = sources.SelectMany(source => source switch
        {
            ShippedDashboard shipped => [ReadShipped(shipped)],
            DashboardFiles files => Read(files, context),
            _ => Enumerable.Empty<BoundDashboard>(),
        }).ToList();

        foreach (var (second, first) in Binder.Duplicates(bound, dashboard => dashboard.Name))
            context.Found.Add(SameName(second, first));
        foreach (var (second, first) in Binder.Duplicates(bound.Where(dashboard => UidOf(dashboard) is not null), dashboard => UidOf(dashboard)!))
            context.Found.Add(SameUid(second, first, UidOf(second)!));
        return [.. bound.OrderBy(dashboard => dashboard.Name, StringComparer.Ordinal)];
    }

    static string? UidOf(BoundDashboard dashboard) => dashboard.Json["uid"] is ScalarNode { Kind: ScalarKind.String, Text: { Length: > 0 } uid } ? uid : null;

    static BoundDashboard ReadShipped(ShippedDashboard shipped)
    {
        using var stream = typeof(DashboardBinding).Assembly.GetManifestResourceStream($"dashboards/{shipped.Name}.json")
            ?? throw new InvalidOperationException($"The package lacks its dashboard '{shipped.Name}'.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new BoundDashboard(shipped, shipped.Location, shipped.Name, (MapNode)JsonReader.Read(content.GetBuffer().AsSpan(0, (int)content.Length)).Documents[0]);
    }

    static IEnumerable<BoundDashboard> Read(DashboardFiles files, BindingContext context)
    {
        var paths = context.Sources.Find(files.Path);
        if (paths.Count == 0)
            context.Found.Add(NoFile(files));
        return paths.Select(path => ReadFile(files, path, context)).OfType<BoundDashboard>();
    }

    static BoundDashboard? ReadFile(DashboardFiles files, string path, BindingContext context)
    {
        var file = context.Sources.Read(path);
        var document = DocumentReading.Json(context, file, problem => Unreadable(files, path, problem), NotJson);
        if (document is null)
            return null;

        // A dashboard of any version of Grafana has a title, and panels, rows or elements.
        if (document is MapNode json && json["title"] is ScalarNode { Kind: ScalarKind.String } && (json["panels"] ?? json["rows"]) is ListNode)
            return new BoundDashboard(files, SourceLocation.In(file.AbsolutePath, json.Span), FileNames.ToLabel(file.Path), json);

        context.Found.Add(NotADashboard(new SourceLocation(file.AbsolutePath, 1, 1), path));
        return null;
    }
}
