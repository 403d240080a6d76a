using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;
using Belvedere.Kubernetes;

namespace Belvedere;

/// <summary>Objects of the user's own, delivered with the rest and checked like the rest.</summary>
public static class Also
{
    /// <summary>Objects from YAML files, on the hub; of several, on the one that deliveries run on.</summary>
    /// <param name="files">Relative to the project's folder; <c>*</c> and <c>**</c> name several.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static ExtraObjects OnHub(string files, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(hub: null, profile: null, files, made: null, line, file);

    /// <summary>Objects from YAML files, on one of several hubs.</summary>
    public static ExtraObjects OnHub(Hub hub, string files, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(hub, profile: null, files, made: null, line, file);

    /// <summary>An object on the hub; of several, on the one that deliveries run on.</summary>
    public static ExtraObjects OnHub(KubernetesObject made, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(hub: null, profile: null, files: null, made, line, file);

    /// <summary>An object on one of several hubs.</summary>
    public static ExtraObjects OnHub(Hub hub, KubernetesObject made, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(hub, profile: null, files: null, made, line, file);

    /// <summary>Objects from YAML files, on every managed cluster of a profile.</summary>
    public static ExtraObjects OnClusters(Profile profile, string files, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(hub: null, profile, files, made: null, line, file);

    /// <summary>An object on every managed cluster of a profile.</summary>
    public static ExtraObjects OnClusters(Profile profile, KubernetesObject made, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(hub: null, profile, files: null, made, line, file);
}

/// <summary>Objects that the user adds.</summary>
public sealed record ExtraObjects : Element
{
    internal ExtraObjects(Hub? hub, Profile? profile, string? files, KubernetesObject? made, int line, string file) : base(line, file) =>
        (Hub, Profile, Files, Made) = (hub, profile, files, made);

    /// <summary>The hub that gets them; null for the one that deliveries run on, and for a profile.</summary>
    public Hub? Hub { get; }

    /// <summary>The profile whose clusters get them; null for a hub.</summary>
    public Profile? Profile { get; }

    /// <summary>The files that hold them, if they come from files.</summary>
    public string? Files { get; }

    /// <summary>The object, if it was made in C#.</summary>
    public KubernetesObject? Made { get; }

    /// <inheritdoc/>
    public override string Designation => Files is { } files ? $"objects of '{files}'" : $"object '{Made?.Name}'";
}
