namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Names and values that many parts of a model have in common.</summary>
static class RandomValues
{
    /// <summary>Every Secret that something else keeps begins so, so that a judge knows one that was made up.</summary>
    public const string Existing = "existing-";

    public static SecretReference Secret(Dice dice, string name) => dice.Chance(0.7) ? SecretReference.Existing(Existing + name) : SecretReference.ExternalSecret($"made-{name}", "vault", dice.Chance() ? null : $"hub/{name}");

    public static SecretKey Key(Dice dice, string name) => new(Secret(dice, name), dice.One("url", "token", "ca.crt"));

    public static Resources Resources(Dice dice) => new()
    {
        Cpu = dice.Chance() ? dice.One(250.Millicores, 1.Cores, 4.Cores) : null,
        Memory = dice.Chance() ? dice.One(512.MiB, 2.GiB, 16.GiB) : null,
        CpuLimit = dice.Chance(0.2) ? 8.Cores : null,
        MemoryLimit = dice.Chance(0.3) ? 32.GiB : null,
    };

    public static Scheduling Scheduling(Dice dice) => new()
    {
        NodeSelector = dice.Chance() ? new() { ["node-role.kubernetes.io/infra"] = "" } : LabelSet.Empty,
        Tolerations = dice.Chance() ? [new() { Key = "node-role.kubernetes.io/infra", Operator = "Exists" }] : [],
        Affinity = dice.Chance(0.2) ? new() { NodeAffinity = new() } : null,
        PriorityClass = dice.Chance(0.2) ? RandomValues.Existing + "class" : null,
    };

    public static CertificateSource Certificate(Dice dice, string name) => dice.One<Func<CertificateSource>>(
        () => CertificateSource.Existing(Secret(dice, name)),
        () => CertificateSource.Issued(CertificateIssuer.OwnAuthority with { Lifetime = dice.MaybeTime(0.3, 3650.Days) }) with { Lifetime = dice.MaybeTime(0.3, 60.Days), RenewBefore = dice.MaybeTime(0.3, 20.Days) },
        () => CertificateSource.Issued(dice.Chance() ? CertificateIssuer.ClusterIssuer("public") : CertificateIssuer.Issuer("private")))();
}
