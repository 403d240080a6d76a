using System.Text.RegularExpressions;

namespace Belvedere.Kubernetes;

/// <summary>Rules of OpenShift's routes and alert relabelling.</summary>
static class OpenShiftRules
{
    static readonly string[] Certificates = ["caCertificate", "certificate", "destinationCACertificate", "key"];

    public static readonly SchemaRule[] All =
    [
        new("cel:de8a161cc57f", "HashMod needs a modulus other than 0.", self => self.Text("action") is not "HashMod" || self.Number("modulus") is not (null or 0)),
        NeededBy("cel:b67b2985035f", "targetLabel", "Replace", "HashMod"),
        NotByLabelActions("cel:51822ccfff91", "sourceLabels"),
        NotByLabelActions("cel:5f2d285fe015", "targetLabel"),
        NotByLabelActions("cel:9bccdfd07ae1", "modulus"),
        NotByLabelActions("cel:b3a7a0762db5", "separator"),
        NotByLabelActions("cel:111ea3d742c4", "replacement"),
        new("cel:1ece431bd0bd", "modulus needs sourceLabels.", self => !self.Has("modulus") || self["sourceLabels"].Count > 0),
        new("cel:1a239d9d4e07", "sourceLabels is needed.", self => IsLabelAction(self) || self.Has("sourceLabels")),
        NeededBy("cel:c7431707211d", "replacement", "Replace", "LabelMap"),
        new("cel:9675cbe4b7f4", "A passthrough route cannot set headers.", self => self["tls"].Text("termination") is not "passthrough" || !self.Has("httpHeaders")),
        HeaderValues("cel:f03ee31ff792", "req"),
        HeaderValues("cel:3d860a95ab87", "res"),
        new("cel:d5d4d6936c63", "set is for type Set, which needs it.", self => self.Text("type") is "Set" == self.Has("set")),
        NotTheHeader("cel:68cc863e723b", "strict-transport-security"),
        NotTheHeader("cel:001f08c03edf", "proxy"),
        NotTheHeader("cel:5834a976a18e", "cookie"),
        NotTheHeader("cel:ee9aa0b0c5e1", "set-cookie"),
        SchemaRule.AtMostOne("cel:b91cab4e3905", "certificate", "externalCertificate"),
        new("allOf:a16cc3685e7c", "A passthrough route has no path, and a Subdomain route needs a host.", self =>
            (self.TextOrEmpty("path").Length == 0 || self["tls"].Text("termination") is not "passthrough")
            && (self.Text("wildcardPolicy") is not "Subdomain" || self.Text("host") is not (null or ""))),
        new("allOf:03b732ff1fa2", "A passthrough route has no certificates, and an edge route no destination's.", self =>
            (self.Text("termination") is not "passthrough" || Certificates.All(field => self.TextOrEmpty(field).Length == 0))
            && (self.Text("termination") is not "edge" || self.TextOrEmpty("destinationCACertificate").Length == 0)),
    ];

    static bool IsLabelAction(RuleSubject self) => self.Text("action") is "LabelDrop" or "LabelKeep";

    static SchemaRule NotByLabelActions(string identity, string field) =>
        new(identity, $"{field} is not for the actions LabelDrop and LabelKeep.", self => !IsLabelAction(self) || !self.Has(field));

    static SchemaRule NeededBy(string identity, string field, string action, string otherAction) =>
        new(identity, $"{field} is needed by the actions {action} and {otherAction}.", self => (self.Text("action") != action && self.Text("action") != otherAction) || self.Has(field));

    static SchemaRule NotTheHeader(string identity, string name) =>
        new(identity, $"The header {name} cannot be set by a route.", self => !name.Equals(self.Value, StringComparison.OrdinalIgnoreCase));

    // A value of HAProxy: text, %% for a percent sign, and references to a header or to the client's certificate.
    static SchemaRule HeaderValues(string identity, string direction)
    {
        Regex? form = null;
        return new(identity, "A header's value is neither text nor a reference that HAProxy has.", self => self.Items.All(each =>
            each["action"].Text("type") is "Delete"
            || (each["action"]["set"].Text("value") is { } value && (form ??= Form(direction)).IsMatch(value))));
    }

    static Regex Form(string direction) => new(
        $@"^(?:%(?:%|(?:\{{[-+]?[QXE](?:,[-+]?[QXE])*\}})?\[(?:{direction}\.hdr\([0-9A-Za-z-]+\)|ssl_c_der)(?:,(?:lower|base64))*\])|[^%\x00-\x1f\x7f])+\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
