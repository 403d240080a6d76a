using Belvedere.Binding;

namespace Belvedere.Lowering.Rules;

/// <summary>Shipped alerts → the pages that tell what to do about them, so that they are where the alerts are.</summary>
static class RunbookLowering
{
    public static IEnumerable<LoweredFile> Lower(BoundTopology topology) => topology.Rules
        .Concat(topology.Bases.SelectMany(shared => shared.Profile.Rules))
        .OfType<WrittenRules>()
        .SelectMany(rules => rules.Group.Rules.OfType<AlertingRule>())
        .Select(alert => alert.Runbook)
        .Distinct()
        .Select(Page)
        .OfType<LoweredFile>();

    // Null for pages of the user's own.
    static LoweredFile? Page(string? path)
    {
        if (path?.StartsWith("runbooks/", StringComparison.Ordinal) is not true || typeof(RunbookLowering).Assembly.GetManifestResourceStream(path) is not { } stream)
            return null;

        using var reader = new StreamReader(stream);
        return new(path, reader.ReadToEnd());
    }
}
