using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>The cluster that receives what the managed clusters send, keeps it, and answers questions about all of them.</summary>
public sealed record Hub : Element
{
    /// <summary>Names the hub and its platform.</summary>
    /// <param name="name">A DNS label.</param>
    /// <param name="platform">What the hub runs on.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Hub(string name, Platform platform, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) =>
        (Name, Platform) = (name, platform);

    /// <summary>The hub's name.</summary>
    public string Name { get; }

    /// <summary>What it runs on.</summary>
    public Platform Platform { get; init; }

    /// <summary>The namespace of everything on the hub. Default <c>belvedere-hub</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>
    /// The host name that managed clusters write to, for example <c>write.metrics.example.com</c>. A name of its own, so that
    /// another hub can take it over without a change on any managed cluster. Needed where clusters write to this hub.
    /// </summary>
    public string? WriteEndpoint { get; init; }

    /// <summary>Takes what the managed clusters write; null where the hub has none.</summary>
    public Receive? Receive { get; init; }

    /// <summary>Answers queries; null where the hub has none.</summary>
    public Querier? Querier { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"hub '{Name}'";
}
