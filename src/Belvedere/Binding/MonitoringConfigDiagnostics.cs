using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>Findings about imported ConfigMaps of cluster monitoring.</summary>
static class MonitoringConfigDiagnostics
{
    public static readonly DiagnosticDescriptor UnreadableConfig = new("BLV1080", "Imported monitoring settings cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ConfigIsNotYaml = new("BLV1081", "Imported monitoring settings are no YAML", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OtherObject = new("BLV1082", "An imported object is no ConfigMap of cluster monitoring", DiagnosticSeverity.Error);

    public static Diagnostic NoFile(Profile profile, string files) => UnreadableConfig.On(
        profile,
        $"No file fits '{files}', which {profile.Designation} imports. Correct the path, which starts at the project's folder, or write the ConfigMaps there with kubectl.",
        nameof(ClusterMonitoringConfig.Imported));

    public static Diagnostic Unreadable(Profile profile, string path, string problem) => UnreadableConfig.On(
        profile, $"The file '{path}', which {profile.Designation} imports, cannot be read: {problem}. Correct the path or add the file.", nameof(ClusterMonitoringConfig.Imported));

    public static Diagnostic NotYaml(SourceLocation at, string message) => ConfigIsNotYaml.At(at, message);

    public static Diagnostic NotMonitoringConfig(SourceLocation at, string path) => OtherObject.At(
        at,
        $"'{path}' holds an object that is neither ConfigMap cluster-monitoring-config nor user-workload-monitoring-config. Remove it, or correct the path of the import.");
}
