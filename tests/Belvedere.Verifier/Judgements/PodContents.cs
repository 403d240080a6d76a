using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Names and ports in a pod are unique, mounts have their volumes, and probes ask ports that are there.</summary>
sealed class PodContents : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) => from pods in site.Pods from problem in Judge(pods) select (pods.Owner.ToString(), problem);

    static IEnumerable<string> Judge(PodSet pods)
    {
        var volumes = pods.Spec["volumes"].Items.Select(volume => volume["name"].Text ?? "").Concat(pods.Owner.Spec["volumeClaimTemplates"].Items.Select(claim => claim.At("metadata", "name").Text ?? "")).ToList();
        foreach (var problem in (IEnumerable<string>)
        [
            .. Twice("container", pods.Containers.Select(container => container["name"].Text)),
            .. Twice("port", pods.Ports.Select(port => port.Name)),
            .. Twice("port number", pods.Ports.Select(port => $"{port.Number}/{port.Protocol}")),
            .. Twice("volume", volumes),
        ])
            yield return problem;

        foreach (var container in pods.Containers)
        {
            var name = container["name"].Text;
            foreach (var problem in (IEnumerable<string>)[.. Twice("mount path", Texts(container["volumeMounts"], "mountPath")), .. Twice("environment variable", Texts(container["env"], "name"))])
                yield return $"container {name}: {problem}";
            foreach (var missing in Texts(container["volumeMounts"], "name").Except(volumes))
                yield return $"container {name}: volume '{missing}' is mounted and not there.";
            foreach (var probe in (string[])["livenessProbe", "readinessProbe", "startupProbe"])
                if (container.At(probe, "httpGet", "port").Text is { } port && pods.Port(port) is null)
                    yield return $"container {name}: {probe} asks port '{port}', which is not there.";
        }

        if (pods.Owner.Group == "apps" && !Selector.Fits(pods.Owner.Spec["selector"], pods.Labels))
            yield return "its selector does not fit its own pods.";
    }

    static IEnumerable<string?> Texts(Node list, string key) => list.Items.Select(item => item[key].Text);

    static IEnumerable<string> Twice(string what, IEnumerable<string?> names) => names.GroupBy(name => name).Where(same => same.Skip(1).Any()).Select(same => $"{what} '{same.Key}' is there twice.");
}
