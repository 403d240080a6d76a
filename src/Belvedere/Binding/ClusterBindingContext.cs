namespace Belvedere.Binding;

/// <summary>
/// What binding clusters needs beside the rest: the hubs that they may write to, and the rules that their profiles evaluate, each
/// list bound once.
/// </summary>
sealed class ClusterBindingContext(BindingContext shared, IReadOnlyList<BoundRules> topologyRules, HubReferences hubs)
{
    readonly Dictionary<IReadOnlyList<RuleSource>, IReadOnlyList<BoundRules>> own = new(ReferenceEqualityComparer.Instance);

    public BindingContext Shared => shared;

    public HubReferences Hubs => hubs;

    public IReadOnlyList<BoundRules> RulesOf(Profile profile)
    {
        if (profile.Rules is not { } rules)
            return topologyRules;
        if (!own.TryGetValue(rules, out var bound))
            own.Add(rules, bound = RuleBinding.Bind(rules, shared));
        return bound;
    }
}
