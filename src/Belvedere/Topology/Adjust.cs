using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;
using Belvedere.Kubernetes;

namespace Belvedere;

/// <summary>
/// Changes one emitted object where the model has no property for it. It must fit exactly one object; a name that fits none is
/// an error that lists those that exist.
/// </summary>
public static class Adjust
{
    /// <summary>Changes an object of the hub; of several, of the one that deliveries run on.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="change">For example <c>set =&gt; set with { Spec = set.Spec! with { MinReadySeconds = 120 } }</c>.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static Adjustment Hub<T>(string name, Func<T, T> change, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        where T : KubernetesObject => new Adjustment<T>(hub: null, profile: null, name, change, line, file);

    /// <summary>Changes an object of one of several hubs.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="hub">The hub.</param>
    /// <param name="name">Its name.</param>
    /// <param name="change">The change.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static Adjustment Hub<T>(Hub hub, string name, Func<T, T> change, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        where T : KubernetesObject => new Adjustment<T>(hub, profile: null, name, change, line, file);

    /// <summary>Changes an object of a profile, and with it every managed cluster of that profile.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="name">Its name.</param>
    /// <param name="change">The change.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static Adjustment Clusters<T>(Profile profile, string name, Func<T, T> change, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        where T : KubernetesObject => new Adjustment<T>(hub: null, profile, name, change, line, file);
}

/// <summary>A change of one emitted object.</summary>
public abstract record Adjustment : Element
{
    private protected Adjustment(Hub? hub, Profile? profile, string name, int line, string file) : base(line, file) => (Hub, Profile, Name) = (hub, profile, name);

    /// <summary>The hub whose object is changed; null for the one that deliveries run on, and for a profile.</summary>
    public Hub? Hub { get; }

    /// <summary>The profile whose object is changed; null for a hub.</summary>
    public Profile? Profile { get; }

    /// <summary>The object's name.</summary>
    public string Name { get; }

    /// <summary>The kind as messages name it.</summary>
    internal abstract string Kind { get; }

    /// <summary>Whether an object is of the kind and has the name.</summary>
    internal abstract bool Fits(KubernetesObject candidate);

    /// <summary>The object with the change.</summary>
    internal abstract KubernetesObject Apply(KubernetesObject target);

    /// <inheritdoc/>
    public override string Designation => $"adjustment of {Kind} '{Name}'";
}

sealed record Adjustment<T> : Adjustment where T : KubernetesObject
{
    readonly Func<T, T> change;

    public Adjustment(Hub? hub, Profile? profile, string name, Func<T, T> change, int line, string file) : base(hub, profile, name, line, file) => this.change = change;

    internal override string Kind => typeof(T).Name;

    internal override bool Fits(KubernetesObject candidate) => candidate is T && candidate.Name == Name;

    internal override KubernetesObject Apply(KubernetesObject target) => change((T)target);
}
