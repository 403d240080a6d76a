using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>No flag stands twice, is empty, or stands beside one that excludes it: programs refuse such arguments, or take one in silence.</summary>
sealed class Arguments : SiteJudgement
{
    /// <summary>Flags of Thanos and its helpers that may be repeated.</summary>
    static readonly HashSet<string> Repeatable = new(StringComparer.Ordinal)
    {
        "--label", "--query.replica-label", "--deduplication.replica-label", "--alert.label-drop", "--rule-file", "--query", "--alertmanagers.url", "--endpoint", "--endpoint-group",
        "--selector-label", "--watched-dir", "--query-frontend.forward-header", "--restore-ignored-label", "--query.conn-metric.label", "--reload-url", "-o",
    };

    static readonly (string First, string Second)[] Exclusive =
    [
        ("--objstore.config", "--objstore.config-file"), ("--receive.hashrings", "--receive.hashrings-file"), ("--query", "--query.config"), ("--query", "--query.config-file"),
        ("--alertmanagers.url", "--alertmanagers.config"), ("--alertmanagers.url", "--alertmanagers.config-file"), ("--index-cache-size", "--index-cache.config-file"),
        ("--selector.relabel-config", "--selector.relabel-config-file"), ("--endpoint.sd-config", "--endpoint.sd-config-file"),
        ("--query-range.response-cache-config", "--query-range.response-cache-config-file"), ("--query-frontend.org-id-header", "--query.tenant-header"),
    ];

    static readonly (string One, string Other)[] Together =
    [
        ("--remote-write.server-tls-cert", "--remote-write.server-tls-key"), ("--grpc-server-tls-cert", "--grpc-server-tls-key"), ("--remote-write.client-tls-cert", "--remote-write.client-tls-key"),
    ];

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) => from program in site.Programs from problem in Judge(program) select (program.Pods.Owner.ToString(), problem);

    static IEnumerable<string> Judge(Program program)
    {
        foreach (var same in program.Flags.GroupBy(flag => flag.Name).Where(same => same.Skip(1).Any()))
            if (!Repeatable.Contains(same.Key))
                yield return $"{same.Key} stands twice.";
            else if (same.Select(flag => flag.Value).Distinct().Count() != same.Count())
                yield return $"{same.Key} has one value twice.";
        foreach (var (name, value) in program.Flags)
            if (value is "")
                yield return $"{name} is empty.";
            else if (name != name.Trim() || value is not null && value != value.Trim())
                yield return $"{name} has white space around it.";
        foreach (var (first, second) in Exclusive)
            if (program.Has(first) && program.Has(second))
                yield return $"{first} and {second} exclude each other.";
        foreach (var (one, other) in Together)
            if (program.Has(one) != program.Has(other))
                yield return $"{one} and {other} go together.";

        var environment = program.Container["env"].Items.Select(variable => variable["name"].Text ?? "").ToHashSet();
        foreach (var unknown in program.Flags.SelectMany(flag => Variables.In(flag.Value ?? "")).Where(name => !environment.Contains(name)))
            yield return $"the variable $({unknown}) is not set.";
    }
}
