namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Rules of every placement.</summary>
static class RandomRules
{
    public static RuleSource[] Of(Dice dice, Hub[] hubs)
    {
        // Each hub evaluates the rules of all.
        var haveRulers = hubs.All(hub => hub.Ruler is not null);
        return
        [
            // Rules have a home where a Prometheus of ours runs.
            .. dice.Chance(0.7) ? BuiltIn.FleetRules : [],
            .. haveRulers && dice.Chance(0.7) ? BuiltIn.FleetAlerts : [],
            .. dice.Chance(0.5) ? BuiltIn.HubAlerts : [],
            .. haveRulers && dice.Chance(0.4) ? [Group("of-ours", Placement.Hub, dice)] : Enumerable.Empty<RuleSource>(),
            .. haveRulers && dice.Chance(0.2) ? [new RuleFiles("rules.yaml") { Placement = Placement.Hub }] : Enumerable.Empty<RuleSource>(),
            .. dice.Chance(0.2) ? [Group("local", Placement.Local, dice)] : Enumerable.Empty<RuleSource>(),
        ];
    }

    public static RuleGroup Group(string name, Placement placement, Dice dice) => new(name)
    {
        Placement = placement,
        Interval = dice.MaybeTime(0.3, 2.Minutes),
        Limit = dice.MaybeNumber(10, 100),
        Rules =
        [
            new RecordingRule($"belvedere:{name.Replace('-', '_')}_up:sum", "sum(up)") { Labels = dice.Chance() ? new() { ["scope"] = "all" } : LabelSet.Empty },
            new AlertingRule($"Nothing{(placement == Placement.Hub ? "AtAll" : "Here")}", $"belvedere:{name.Replace('-', '_')}_up:sum == 0")
            {
                For = dice.MaybeTime(0.5, 5.Minutes),
                KeepFiringFor = dice.MaybeTime(0.2, 5.Minutes),
                Severity = dice.MaybeEnum<Severity>(),
                Summary = "Nothing is up.",
                Description = dice.Maybe(() => "On {{ $labels.cluster }}: {{ $value }}."),
                Runbook = dice.Maybe(() => "https://runbooks.example.com/nothing"),
                Annotations = dice.Chance(0.3) ? new() { ["team"] = "a" } : LabelSet.Empty,
            },
        ],
    };
}
