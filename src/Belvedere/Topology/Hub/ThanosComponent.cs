namespace Belvedere;

/// <summary>What every Thanos component of the hub can be told.</summary>
public abstract record ThanosComponent : HubComponent
{
    private protected ThanosComponent(int line, string file) : base(line, file)
    {
    }

    /// <summary>
    /// Arguments beside the compiler's own, for example <c>--log.level=debug</c>. One that the compiler sets itself is an error,
    /// unless Thanos takes it several times; so is one that the hub's release of Thanos does not have.
    /// </summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];
}
