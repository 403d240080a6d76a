using System.Globalization;

namespace Belvedere.Kubernetes;

/// <summary>Rules of the Gateway API, some of which the Grafana Operator carries too.</summary>
static class GatewayRules
{
    const string DnsName = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$";
    const string MetadataKey = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$";
    const string UrlPath = @"^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$";

    public static readonly SchemaRule[] All =
    [
        new("cel:04db233212a7", "Targets of one object all name a section, or none does.", self => SectionsAreOnAllOrNone(self, Target)),
        new("cel:ae7c04b5d4cc", "Two targets name the same section of the same object.", self => AreDifferent(self, each => $"{Target(each)}\n{each.TextOrEmpty("sectionName")}")),
        new("cel:65c1b111f96f", "Only one of caCertificateRefs or wellKnownCACertificates can be set.", self => self["caCertificateRefs"].Count == 0 || self.TextOrEmpty("wellKnownCACertificates").Length == 0),
        new("cel:b34e39dbd535", "One of caCertificateRefs or wellKnownCACertificates is needed.", self => self["caCertificateRefs"].Count > 0 || self.TextOrEmpty("wellKnownCACertificates").Length > 0),
        new("cel:9f2f8a205c20", "hostname is needed with type Hostname.", self => self.Text("type") is not "Hostname" || self.TextOrEmpty("hostname").Length > 0),
        new("cel:b8b9b47523e5", "hostname is for type Hostname only.", self => self.Text("type") is "Hostname" || self.TextOrEmpty("hostname").Length == 0),
        new("cel:6f0bb440cd43", "uri is needed with type URI.", self => self.Text("type") is not "URI" || self.TextOrEmpty("uri").Length > 0),
        new("cel:3aadac4250cc", "uri is for type URI only.", self => self.Text("type") is "URI" || self.TextOrEmpty("uri").Length == 0),
        new("cel:1ff4561772c9", "An IP address is in the list twice.", self => AddressesDiffer(self, "IPAddress")),
        new("cel:f109da0cdc8d", "A host name is in the list twice.", self => AddressesDiffer(self, "Hostname")),
        new("cel:dac2850f16ae", "The address is no host name.", self => self.Text("type") is not "Hostname" || self.Text("value") is not { } value || Patterns.Matches(@"^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", value)),
        new("oneOf:9d65bf17fe4e", "The address is no IP address.", self => self.Text("type") is not "IPAddress" || self.Text("value") is not { } value || IsIPAddress(value)),
        new("cel:9d8358ece358", "A key has not the form of a label's or an annotation's.", self => self.Keys.All(key => Patterns.Matches(MetadataKey, key))),
        new("cel:4b9766f719f7", "A key's prefix is longer than 252 characters.", self => self.Keys.All(key => key.Split('/')[0].Length < 253)),
        new("cel:78a772397706", "tls is not for the protocols HTTP, TCP and UDP.", self => self.Items.All(each => each.Text("protocol") is not ("HTTP" or "TCP" or "UDP") || !each.Has("tls"))),
        new("cel:aec2bd596a6d", "The mode of tls is Terminate with the protocol HTTPS.", self => self.Items.All(each => each.Text("protocol") is not "HTTPS" || !each.Has("tls") || each["tls"].Text("mode") is "" or "Terminate")),
        new("cel:79a484463556", "The protocol TLS needs the mode of tls.", self => self.Items.All(each => each.Text("protocol") is not "TLS" || (each.Has("tls") && each["tls"].TextOrEmpty("mode").Length > 0))),
        new("cel:08d23c40ec8f", "hostname is not for the protocols TCP and UDP.", self => self.Items.All(each => each.Text("protocol") is not ("TCP" or "UDP") || each.TextOrEmpty("hostname").Length == 0)),
        new("cel:b3c66e248da8", "Two listeners have the same name.", self => AreDifferent(self, each => each.TextOrEmpty("name"))),
        new("cel:d31959b5efcf", "Two listeners have the same port, protocol and hostname.", self => AreDifferent(self, each => $"{each.Text("port")}\n{each.Text("protocol")}\n{(each.Has("hostname") ? "=" + each.Text("hostname") : "")}")),
        new("cel:f161b726ab7c", "The mode Terminate needs certificateRefs or options.", self => self.Text("mode") is not "Terminate" || self["certificateRefs"].Count > 0 || self["options"].Count > 0),
        new("cel:419307373c26", "Two entries have the same port.", self => AreDifferent(self, each => each.TextOrEmpty("port"))),
        new("cel:c931cd547ca6", "References to one parent all name a section, or none does.", self => SectionsAreOnAllOrNone(self, Parent)),
        new("cel:e906342c6f92", "Two references name the same section of the same parent.", self => AreDifferent(self, each => $"{Parent(each)}\n{each.TextOrEmpty("sectionName")}")),
        new("cel:dfef9215af4a", "The rules have more than 128 matches together.", self => self.Items.Take(16).Sum(Matches) <= 128),
        new("cel:80d5779a116f", "A rule that redirects has no backends.", self => self["backendRefs"].Count == 0 || !self["filters"].Items.Any(filter => filter.Has("requestRedirect"))),
        new("cel:14c17d520e25", "Replacing a prefix needs exactly one match, of type PathPrefix.", self => !ReplacesPrefix(self, "requestRedirect") || MatchesOnePrefix(self)),
        new("cel:0fa5a331dde4", "Replacing a prefix needs exactly one match, of type PathPrefix.", self => !ReplacesPrefix(self, "urlRewrite") || MatchesOnePrefix(self)),
        new("cel:06e14dab4fdb", "Replacing a prefix needs exactly one match, of type PathPrefix.", self => !BackendReplacesPrefix(self, "requestRedirect") || MatchesOnePrefix(self)),
        new("cel:bf9fd4333dc7", "Replacing a prefix needs exactly one match, of type PathPrefix.", self => !BackendReplacesPrefix(self, "urlRewrite") || MatchesOnePrefix(self)),
        new("cel:089ed26a9f0f", "A reference to a Service needs its port.", self => self.TextOrEmpty("group").Length > 0 || self.Text("kind") is not "Service" || self.Has("port")),
        Path("cel:d1b1dcc5e58d", "A path has to begin with \"/\".", value => value.StartsWith('/')),
        PathWithout("cel:2a730cbab54f", "//"),
        PathWithout("cel:8c3f86ff5007", "/./"),
        PathWithout("cel:ced0ffeab40b", "/../"),
        PathWithout("cel:16add9e26d63", "%2f"),
        PathWithout("cel:5f510e9128a4", "%2F"),
        PathWithout("cel:209894350d71", "#"),
        Path("cel:0c441c9dd7a1", "A path cannot end with \"/..\".", value => !value.EndsWith("/..", StringComparison.Ordinal)),
        Path("cel:c36405e2d074", "A path cannot end with \"/.\".", value => !value.EndsWith("/.", StringComparison.Ordinal)),
        new("cel:1267f0554fa2", "The type of a path is Exact, PathPrefix or RegularExpression.", self => self.Text("type") is "Exact" or "PathPrefix" or "RegularExpression"),
        Path("cel:67736b8f4210", "A path holds letters, digits, -._~!$&'()*+,;=:@/ and percent codes only.", value => Patterns.Matches(UrlPath, value)),
        new("cel:3f02004fba84", "backendRequest cannot be longer than request.", self =>
            Duration(self.Text("request")) is not (> 0 and var request) || Duration(self.Text("backendRequest")) is not { } backend || backend <= request),
        new("cel:0843be6f6939", "A host name cannot be an IP address.", self => self.Items.All(each => each.Value is not { } host || !IsIPAddress(host))),
        new("cel:20123a065b59", "A host name is no DNS name.", self => self.Items.All(each => each.Value is not { } host || host.Contains('*', StringComparison.Ordinal) || Patterns.Matches(DnsName, host))),
        new("cel:b31a373d8a00", "A wildcard is a whole first label: *.example.com.", self => self.Items.All(each => each.Value is not { } host || !host.Contains('*', StringComparison.Ordinal) || (host.StartsWith("*.", StringComparison.Ordinal) && Patterns.Matches(DnsName, host[2..])))),
    ];

    /// <summary>Rules of a route's filters.</summary>
    public static readonly SchemaRule[] Filters =
    [
        new("cel:24c3fdad46b3", "RequestRedirect and URLRewrite cannot stand in one list.", self => CountOf(self, "RequestRedirect") == 0 || CountOf(self, "URLRewrite") == 0),
        Once("cel:ee6a308c410a", "CORS"),
        Once("cel:501e61ba52ca", "RequestHeaderModifier"),
        Once("cel:226cc5e317a8", "ResponseHeaderModifier"),
        Once("cel:c1f6cb742f0d", "RequestRedirect"),
        Once("cel:61ed15b8b73f", "URLRewrite"),
        SchemaRule.OnlyWith("cel:1b5e24ab1898", "cors", "type", "CORS"),
        SchemaRule.NeededWith("cel:53315200e53d", "cors", "type", "CORS"),
        SchemaRule.OnlyWith("cel:7b8cf86874d8", "requestHeaderModifier", "type", "RequestHeaderModifier"),
        SchemaRule.NeededWith("cel:eb3032de7631", "requestHeaderModifier", "type", "RequestHeaderModifier"),
        SchemaRule.OnlyWith("cel:c0838ca9ab63", "responseHeaderModifier", "type", "ResponseHeaderModifier"),
        SchemaRule.NeededWith("cel:a900d763727e", "responseHeaderModifier", "type", "ResponseHeaderModifier"),
        SchemaRule.OnlyWith("cel:c2c4ceb30c93", "requestMirror", "type", "RequestMirror"),
        SchemaRule.NeededWith("cel:479cd4bff5ae", "requestMirror", "type", "RequestMirror"),
        SchemaRule.OnlyWith("cel:bec67f21a55a", "requestRedirect", "type", "RequestRedirect"),
        SchemaRule.NeededWith("cel:96f72312eb7b", "requestRedirect", "type", "RequestRedirect"),
        SchemaRule.OnlyWith("cel:bc36c2fa8462", "urlRewrite", "type", "URLRewrite"),
        SchemaRule.NeededWith("cel:769cafeb49d0", "urlRewrite", "type", "URLRewrite"),
        SchemaRule.OnlyWith("cel:28f68457ca1d", "extensionRef", "type", "ExtensionRef"),
        SchemaRule.NeededWith("cel:32fcae1cb6e6", "extensionRef", "type", "ExtensionRef"),
        new("cel:e2610261534d", "* stands alone or not at all.", self => self.Count <= 1 || self.Items.All(each => each.Value is not "*")),
        SchemaRule.AtMostOne("cel:2179202e3c83", "percent", "fraction"),
        new("cel:c7c8b7bb79e4", "The numerator cannot be larger than the denominator.", self => self.Number("numerator") is not { } numerator || self.Number("denominator") is not { } denominator || numerator <= denominator),
        SchemaRule.NeededWith("cel:85716a2b530d", "replaceFullPath", "type", "ReplaceFullPath"),
        SchemaRule.OnlyWith("cel:c04f03f45be6", "replaceFullPath", "type", "ReplaceFullPath"),
        SchemaRule.NeededWith("cel:4dba3b1d65ee", "replacePrefixMatch", "type", "ReplacePrefixMatch"),
        SchemaRule.OnlyWith("cel:02cf28521adb", "replacePrefixMatch", "type", "ReplacePrefixMatch"),
    ];

    static SchemaRule Once(string identity, string type) => new(identity, $"A filter of type {type} can be in a list once.", self => CountOf(self, type) <= 1);

    static int CountOf(RuleSubject self, string type) => self.Items.Count(filter => filter.Text("type") == type);

    // Regular expressions are free.
    static SchemaRule Path(string identity, string reason, Func<string, bool> fits) =>
        new(identity, reason, self => self.Text("type") is not ("Exact" or "PathPrefix") || self.Text("value") is not { } value || fits(value));

    static SchemaRule PathWithout(string identity, string part) => Path(identity, $"A path cannot hold \"{part}\".", value => !value.Contains(part, StringComparison.Ordinal));

    static string Target(RuleSubject self) => $"{self.Text("group")}\n{self.Text("kind")}\n{self.Text("name")}";

    static string Parent(RuleSubject self) => $"{Target(self)}\n{self.TextOrEmpty("namespace")}";

    static bool AreDifferent(RuleSubject self, Func<RuleSubject, string> identity) => self.Items.Select(identity).Distinct(StringComparer.Ordinal).Count() == self.Count;

    static bool SectionsAreOnAllOrNone(RuleSubject self, Func<RuleSubject, string> identity) =>
        self.Items.GroupBy(identity, StringComparer.Ordinal).All(same => same.Select(each => each.TextOrEmpty("sectionName").Length == 0).Distinct().Count() == 1);

    static bool AddressesDiffer(RuleSubject self, string type)
    {
        var values = self.Items.Where(each => each.Text("type") == type && each.Has("value")).Select(each => each.Text("value")).ToList();
        return values.Distinct(StringComparer.Ordinal).Count() == values.Count;
    }

    // A rule without matches has one: every path.
    static int Matches(RuleSubject rule) => rule.Has("matches") ? rule["matches"].Count : 1;

    static bool ReplacesPrefix(RuleSubject self, string filter) =>
        self["filters"].Items.Count(each => each[filter]["path"] is var path && path.Text("type") is "ReplacePrefixMatch" && path.Has("replacePrefixMatch")) == 1;

    static bool BackendReplacesPrefix(RuleSubject self, string filter) => self["backendRefs"].Items.Count(backend => ReplacesPrefix(backend, filter)) == 1;

    static bool MatchesOnePrefix(RuleSubject self) =>
        Matches(self) == 1 && self["matches"].Items.All(match => !match.Has("path") || match["path"].Text("type") is "PathPrefix");

    // The runtime reads "1" as an address; a host name of digits is none.
    static bool IsIPAddress(string text) =>
        (text.Contains(':', StringComparison.Ordinal) || text.Count(letter => letter is '.') == 3) && System.Net.IPAddress.TryParse(text, out _);

    // Seconds of a duration of Go; null when it is none.
    internal static double? Duration(string? text)
    {
        if (text is null or "")
            return null;
        if (text is "0")
            return 0;

        var (seconds, at) = (0.0, 0);
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.'))
                at++;
            var unit = at;
            while (at < text.Length && !char.IsAsciiDigit(text[at]))
                at++;
            if (!double.TryParse(text.AsSpan(start, unit - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || Seconds(text[unit..at]) is not { } factor)
                return null;
            seconds += amount * factor;
        }

        return seconds;
    }

    static double? Seconds(string unit) => unit switch { "h" => 3600, "m" => 60, "s" => 1, "ms" => 1e-3, "us" or "µs" => 1e-6, "ns" => 1e-9, _ => null };
}
