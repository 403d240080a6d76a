namespace Belvedere.Verifier.Sites;

/// <summary>An address of Thanos: <c>host:port</c>, <c>dns+host:port</c>, <c>dnssrv+_port._tcp.host</c>, also in a URL.</summary>
sealed record Address(string Scheme, string Host, string Port)
{
    /// <summary>The namespace where the host is a Service's.</summary>
    public string Namespace => Host.Split('.').ElementAtOrDefault(1) ?? "";

    public static Address Parse(string text)
    {
        var defaultPort = text.StartsWith("https://", StringComparison.Ordinal) ? "443" : "80";
        var rest = text.Contains("://", StringComparison.Ordinal) ? text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..] : text;
        rest = rest.Split('/')[0];
        var plus = rest.IndexOf('+', StringComparison.Ordinal);
        var (scheme, host) = plus < 0 ? ("", rest) : (rest[..plus], rest[(plus + 1)..]);
        if (host.StartsWith('_') && host.Split('.') is [var port, _, .. var name])
            return new(scheme, string.Join('.', name), port[1..]);
        return host.LastIndexOf(':') is var at and > 0 ? new(scheme, host[..at], host[(at + 1)..]) : new(scheme, host, defaultPort);
    }

    /// <summary>The port of a Service that is meant: by its name, by its number, or by the pods' own where DNS leads to them.</summary>
    public ServicePort? PortOf(ServiceView service) =>
        service.Ports.FirstOrDefault(port => port.Name == Port || port.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == Port);

    public override string ToString() => Scheme.Length == 0 ? $"{Host}:{Port}" : $"{Scheme}+{Host}:{Port}";
}
