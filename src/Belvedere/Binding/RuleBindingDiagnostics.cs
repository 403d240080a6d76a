using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>Findings about files of rules.</summary>
static class RuleBindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnreadableRules = new("BLV3001", "A file of rules cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor RulesAreNotYaml = new("BLV3002", "A file of rules is no YAML", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FileWithoutRules = new("BLV3003", "A file holds no rules", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateRules = new("BLV3004", "Two sets of rules have one name", DiagnosticSeverity.Error);

    public static Diagnostic NoFile(RuleFiles files) => UnreadableRules.On(
        files, $"No file fits '{files.Path}', so there are no rules. Correct the path, which starts at the project's folder, or remove it.");

    public static Diagnostic Unreadable(RuleFiles files, string path, string problem) => UnreadableRules.On(
        files, $"The rules '{path}' cannot be read: {problem}. Correct the path, which starts at the project's folder, or add the file.");

    public static Diagnostic NotYaml(SourceLocation at, string message) => RulesAreNotYaml.At(at, message);

    public static Diagnostic NotRules(SourceLocation at, string path) => FileWithoutRules.At(
        at, $"This document of '{path}' is no PrometheusRule and has no list 'groups'. Remove it, or name another file.");

    public static Diagnostic SameName(BoundRules second, BoundRules first) => DuplicateRules.At(
        second.Location,
        $"Two sets of rules are named '{second.Name}': another is at {first.Location}. The name is that of the PrometheusRule; rename one of them.");
}
