using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>Findings about files of dashboards.</summary>
static class DashboardBindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnreadableDashboard = new("BLV4001", "A dashboard cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DashboardIsNotJson = new("BLV4002", "A dashboard is no JSON", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FileWithoutDashboard = new("BLV4003", "A file holds no dashboard", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateDashboard = new("BLV4004", "Two dashboards have one name or uid", DiagnosticSeverity.Error);

    public static Diagnostic NoFile(DashboardFiles files) => UnreadableDashboard.On(
        files, $"No file fits '{files.Path}', so there are no dashboards. Correct the path, which starts at the project's folder, or remove it.");

    public static Diagnostic Unreadable(DashboardFiles files, string path, string problem) => UnreadableDashboard.On(
        files, $"The dashboard '{path}' cannot be read: {problem}. Correct the path, which starts at the project's folder, or add the file.");

    public static Diagnostic NotJson(SourceLocation at, string message) => DashboardIsNotJson.At(at, message);

    public static Diagnostic NotADashboard(SourceLocation at, string path) => FileWithoutDashboard.At(
        at, $"'{path}' is no dashboard: it has no title, or neither panels nor rows. Export it from Grafana as JSON, without the API's envelope.");

    public static Diagnostic SameName(BoundDashboard second, BoundDashboard first) => DuplicateDashboard.At(
        second.Location,
        $"Two dashboards are named '{second.Name}' after their files: another is at {Place(first)}. Rename one of the files.");

    public static Diagnostic SameUid(BoundDashboard second, BoundDashboard first, string uid) => DuplicateDashboard.At(
        second.Location,
        $"Two dashboards have the uid '{uid}': another is '{first.Name}' at {Place(first)}. Grafana would keep one of them; give '{second.Name}' another uid.");

    static string Place(BoundDashboard dashboard) => dashboard.Location.IsKnown ? dashboard.Location.ToString() : "those that ship";
}
