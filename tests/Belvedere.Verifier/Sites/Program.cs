using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>A container that runs, with its arguments taken apart.</summary>
/// <param name="Site">The cluster.</param>
/// <param name="Pods">The pods that it is in.</param>
/// <param name="Container">The container.</param>
/// <param name="Command">Its first argument that is no flag, as <c>receive</c> of Thanos.</param>
/// <param name="Flags">Flags with their values, in their order; null where a flag has none.</param>
sealed record Program(Site Site, PodSet Pods, Node Container, string Command, IReadOnlyList<(string Name, string? Value)> Flags)
{
    public bool IsThanos(string command) => Command == command && (Container["image"].Text ?? "").Contains("thanos", StringComparison.Ordinal);

    public string? Flag(string name) => Flags.FirstOrDefault(flag => flag.Name == name).Value;

    public bool Has(string name) => Flags.Any(flag => flag.Name == name);

    public IEnumerable<string> All(string name) => from flag in Flags where flag.Name == name select flag.Value ?? "";

    /// <summary>The text of the file that a flag names, if a ConfigMap of the repository holds it.</summary>
    public string? FileOf(string flag) => Flag(flag) is { } path ? FileAt(path) : null;

    /// <summary>The tree of the file that a flag names; missing where there is none.</summary>
    public Node TreeOf(string flag) => FileOf(flag) is { } text && YamlText.Read(text) is [var only] ? only : Node.Missing;

    /// <summary>Where alerts are sent, by the flag or the file.</summary>
    public IEnumerable<Address> Alertmanagers =>
    [
        .. All("--alertmanagers.url").Select(Address.Parse),
        .. from entry in TreeOf("--alertmanagers.config-file")["alertmanagers"].Items
           from address in entry["static_configs"].Texts
           select Address.Parse($"{entry["scheme"].Text ?? "http"}://{address}"),
    ];

    public string? FileAt(string path)
    {
        var mount = Container["volumeMounts"].Items.Where(one => path.StartsWith($"{one["mountPath"].Text}/", StringComparison.Ordinal)).MaxBy(one => one["mountPath"].Text!.Length);
        if (mount is null)
            return null;

        var key = path[(mount["mountPath"].Text!.Length + 1)..];
        return FilesOf(mount["name"].Text ?? "").Where(file => file.Key == key).Select(file => file.Value).FirstOrDefault();
    }

    /// <summary>The files of a volume that ConfigMaps of the repository hold.</summary>
    public IEnumerable<KeyValuePair<string, string>> FilesOf(string volume)
    {
        var source = Pods.Spec["volumes"].Items.FirstOrDefault(one => one["name"].Text == volume) ?? Node.Missing;
        foreach (var one in (IEnumerable<Node>)[source["configMap"], .. source.At("projected", "sources").Items.Select(item => item["configMap"])])
            if (one["name"].Text is { } name && Site.Find("", "ConfigMap", Pods.Namespace, name) is { } map)
                foreach (var entry in map.Tree["data"].Entries)
                    if (one["items"].Items.Count == 0)
                        yield return KeyValuePair.Create(entry.Key, entry.Value.Text ?? "");
                    else if (one["items"].Items.FirstOrDefault(item => item["key"].Text == entry.Key) is { } item)
                        yield return KeyValuePair.Create(item["path"].Text ?? "", entry.Value.Text ?? "");
    }

    public static IEnumerable<Program> Of(Site site) =>
        from pods in site.Pods
        from container in pods.Containers
        let arguments = container["args"].Texts.ToList()
        select new Program(site, pods, container, arguments.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "", [.. arguments.Where(argument => argument.StartsWith('-')).Select(Split)]);

    static (string, string?) Split(string argument) => argument.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (argument[..at], argument[(at + 1)..]) : (argument, null);
}
