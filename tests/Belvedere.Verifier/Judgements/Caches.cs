using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>A cache has a size, its memcached is reached pod by pod, and both agree on the largest entry.</summary>
sealed class Caches : SiteJudgement
{
    static readonly string[] Flags = ["--index-cache.config-file", "--store.caching-bucket.config-file", "--query-range.response-cache-config-file", "--labels.response-cache-config-file"];

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) =>
        from program in site.Programs
        from flag in Flags
        where program.Has(flag)
        from problem in Judge(site, program, flag)
        select (program.Pods.Owner.ToString(), $"{flag}: {problem}");

    static IEnumerable<string> Judge(Site site, Program program, string flag)
    {
        var file = program.TreeOf(flag);
        var config = file["config"];
        if (flag.StartsWith("--query-range", StringComparison.Ordinal) && !(Durations.Parse(program.Flag("--query-range.split-interval") ?? "24h") > TimeSpan.Zero))
            yield return "answers are kept in parts by time, and there are none.";
        switch (file["type"].Text)
        {
            case "IN-MEMORY":
                if (!(Quantity.Parse(config["max_size"].Text) > 0))
                    yield return "it has no size: there would be no cache.";
                if (Quantity.Parse(config["max_item_size"].Text) > Quantity.Parse(config["max_size"].Text))
                    yield return "one entry may be larger than all.";
                break;
            case "MEMCACHED":
                foreach (var address in config["addresses"].Texts.Select(Address.Parse))
                    if (site.ServiceAt(address.Host) is not { } service)
                        yield return $"'{address}' is no Service.";
                    else if (!service.IsHeadless || address.Scheme is not ("dnssrv" or "dnssrvnoa" or "dns"))
                        yield return $"'{address}' is not found pod by pod: entries are looked for where they are not.";
                    else
                        foreach (var server in site.Programs.Where(one => service.Leads(one.Pods) && LargestEntry(one) is not null))
                            if (LargestEntry(server) != Quantity.Parse(config["max_item_size"].Text ?? "1MiB"))
                                yield return $"entries of {config["max_item_size"].Text} are sent, and {server.Pods.Owner} takes {LargestEntry(server)} bytes.";
                break;
            default:
                yield return "its file is not there.";
                break;
        }
    }

    // memcached takes bytes, or k and m for powers of 1024.
    static double? LargestEntry(Program program)
    {
        var arguments = program.Container["args"].Texts.ToList();
        var said = program.Flag("--max-item-size") ?? (arguments.IndexOf("-I") is var at and >= 0 ? arguments.ElementAtOrDefault(at + 1) : null);
        return Quantity.Parse(said?.Replace("m", "Mi", StringComparison.Ordinal).Replace("k", "Ki", StringComparison.Ordinal));
    }
}
