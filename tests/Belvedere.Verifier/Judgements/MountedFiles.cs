using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Every path in arguments and configuration leads to a file that a volume holds, and what is written to lies on a volume that may be.</summary>
sealed class MountedFiles : SiteJudgement
{
    static readonly HashSet<string> Written = new(StringComparer.Ordinal) { "--tsdb.path", "--data-dir" };

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) => from program in site.Programs from problem in Judge(program) select (program.Pods.Owner.ToString(), problem);

    static IEnumerable<string> Judge(Program program)
    {
        foreach (var (flag, value) in program.Flags.Where(flag => flag.Value?.StartsWith('/') == true))
            if (Written.Contains(flag))
            {
                if (program.Container.At("securityContext", "readOnlyRootFilesystem").IsTrue && (Mount(program, value!) is not { } mount || mount["readOnly"].IsTrue))
                    yield return $"{flag}: nothing may be written to {value}.";
            }
            else if (Missing(program, value!) is { } problem)
                yield return $"{flag}: {problem}";

        var storage = program.TreeOf("--objstore.config-file");
        foreach (var (path, node) in storage.All().Where(place => place.Path.EndsWith("_file", StringComparison.Ordinal)))
            if (Missing(program, node.Text ?? "") is { } problem)
                yield return $"object storage, {path}: {problem}";
        var environment = program.Container["env"].Items.Select(variable => variable["name"].Text ?? "").ToHashSet();
        foreach (var unknown in Variables.In(program.FileOf("--objstore.config-file") ?? "").Where(name => !environment.Contains(name)))
            yield return $"object storage: the variable $({unknown}) is not set.";
        // Without keys the client asks the environment, a service account or the metadata of a node.
        if (storage["type"].Text == "S3" && !storage.At("config", "aws_sdk_auth").IsTrue && !storage.At("config", "access_key").Exists && !environment.Contains("AWS_ACCESS_KEY_ID"))
            yield return "object storage: it has no credentials.";
    }

    static Node? Mount(Program program, string path) =>
        program.Container["volumeMounts"].Items.Where(mount => path == mount["mountPath"].Text || path.StartsWith($"{mount["mountPath"].Text}/", StringComparison.Ordinal)).MaxBy(mount => mount["mountPath"].Text!.Length);

    static string? Missing(Program program, string path)
    {
        if (Mount(program, path) is not { } mount)
            return $"{path} is on no volume.";

        var volume = program.Pods.Spec["volumes"].Items.FirstOrDefault(one => one["name"].Text == mount["name"].Text) ?? Node.Missing;
        var file = path[Math.Min(path.Length, mount["mountPath"].Text!.Length + 1)..];
        if (file.Length == 0 || file.Contains('*', StringComparison.Ordinal) || volume["projected"].Exists)
            return null;
        if (volume["secret"].Exists)
            return volume.At("secret", "items").Items is { Count: > 0 } items && items.All(item => item["path"].Text != file) ? $"the Secret's volume holds no '{file}'." : null;
        return volume["configMap"].Exists && program.FilesOf(mount["name"].Text ?? "").All(one => one.Key != file) ? $"the ConfigMap's volume holds no '{file}'." : null;
    }
}
