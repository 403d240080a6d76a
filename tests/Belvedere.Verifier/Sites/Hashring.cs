using System.Globalization;
using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>An ingestor as a hashring names it.</summary>
sealed record RingEndpoint(string Address, string? Zone)
{
    public string Pod => Parts.ElementAtOrDefault(0) ?? "";

    public string Service => Parts.ElementAtOrDefault(1) ?? "";

    public string Namespace => Parts.ElementAtOrDefault(2) ?? "";

    public int Port => int.TryParse(Address[(Address.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture, out var port) ? port : 0;

    string[] Parts => Address.Split(':')[0].Split('.');

    /// <summary>The pods that it is one of.</summary>
    public PodSet? Find(Site site) => site.Pods.FirstOrDefault(pods =>
        pods.Namespace == Namespace && pods.Names.Contains(Pod) && pods.Owner.Spec["serviceName"].Text == Service && pods.Ports.Any(port => port.Number == Port && port.Name == "grpc"));
}

/// <summary>A hashring of a file that Receive reads.</summary>
sealed record Hashring(string Name, IReadOnlyList<string> Tenants, bool IsGlob, IReadOnlyList<RingEndpoint> Endpoints, Node Sharding)
{
    public static IReadOnlyList<Hashring> Of(Node file) =>
    [
        .. file.Items.Select(ring => new Hashring(
            ring["hashring"].Text ?? "",
            [.. ring["tenants"].Texts],
            ring["tenant_matcher_type"].Text == "glob",
            [.. ring["endpoints"].Items.Select(one => new RingEndpoint(one.Text ?? one["address"].Text ?? "", one["az"].Text))],
            ring["shuffle_sharding_config"])),
    ];

    /// <summary>Who routes on a cluster: Receive with a file of hashrings.</summary>
    public static IEnumerable<Program> Routers(Site site) => site.Programs.Where(program => program.IsThanos("receive") && program.Has("--receive.hashrings-file"));

    /// <summary>Who keeps samples: Receive that does not only route.</summary>
    public static IEnumerable<Program> Ingestors(Site site) => site.Programs.Where(program => program.IsThanos("receive") && (!program.Has("--receive.hashrings-file") || program.Has("--receive.local-endpoint")));

    public static int Replication(Program router) => int.TryParse(router.Flag("--receive.replication-factor"), CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    /// <summary>How many copies must be written before a request is answered.</summary>
    public static int Quorum(int replication) => replication < 3 ? 1 : replication / 2 + 1;
}
