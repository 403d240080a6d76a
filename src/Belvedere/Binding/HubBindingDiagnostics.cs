using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>Findings about what the hub refers to.</summary>
static class HubBindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownVersion = new("BLV1040", "A version of Thanos cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AuthorityMissing = new("BLV1041", "The authority of clients cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownHub = new("BLV1110", "A hub is not in the topology", DiagnosticSeverity.Error);

    public static Diagnostic NoSuchHub(Element at, string name, IEnumerable<string> known, string? property) => UnknownHub.On(
        at, $"{at.Designation} names the hub '{name}', and the topology has none of that name.{Documents.NearestName.Suggestion(name, known)} Add it to RegionalHubs, or name one that is there.", property);

    public static Diagnostic BadVersion(Element hub, string version) => UnknownVersion.On(
        hub, $"The ThanosVersion '{version}' of {hub.Designation} is no version. Write all three numbers, for example '0.42.4'.", nameof(Hub.ThanosVersion));

    public static Diagnostic NoAuthority(Element receive, string path) => AuthorityMissing.On(
        receive, $"The client authority of {receive.Designation} names '{path}', and no file fits. Correct the path; it starts at the project's folder.", nameof(Receive.ClientAuthority));

    public static Diagnostic UnreadableAuthority(Element receive, string path, string problem) => AuthorityMissing.On(
        receive, $"The client authority '{path}' of {receive.Designation} cannot be read: {problem.TrimEnd('.')}. Make it readable or correct the path.", nameof(Receive.ClientAuthority));

    public static Diagnostic NotPem(Element receive, string path) => AuthorityMissing.On(
        receive, $"The client authority '{path}' of {receive.Designation} holds no certificate in PEM. Convert it; a private key never belongs there.", nameof(Receive.ClientAuthority));
}
