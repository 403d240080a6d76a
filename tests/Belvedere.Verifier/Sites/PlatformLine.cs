using System.Globalization;

namespace Belvedere.Verifier.Sites;

/// <summary>What a cluster runs on, as its parameters say it: <c>Kubernetes 1.33</c>, <c>OpenShift 4.18</c>, <c>ROSA 4.18</c>.</summary>
/// <param name="IsOpenShift">Whether the Cluster Monitoring Operator is there.</param>
/// <param name="IsManaged">Whether the platform's own configuration belongs to a service.</param>
/// <param name="Minor">The second number of the release; the newest when it is not known.</param>
sealed record PlatformLine(bool IsOpenShift, bool IsManaged, int Minor)
{
    public const int Unknown = int.MaxValue;

    public static PlatformLine Parse(string? text)
    {
        var version = text?[(text.LastIndexOf(' ') + 1)..] ?? "";
        var minor = int.TryParse(version[(version.IndexOf('.', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture, out var number) ? number : Unknown;
        return text?[..Math.Max(0, text.LastIndexOf(' '))] switch
        {
            "OpenShift" => new(true, false, minor),
            "OpenShift Dedicated" or "ROSA" => new(true, true, minor),
            _ => new(false, false, minor),
        };
    }
}
