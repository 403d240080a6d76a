using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks;

/// <summary>
/// One rule about one kind of subject: an expression, a rule group, a dashboard, the bound topology, the manifests. Phases make
/// things; checks judge them, and report everything they find.
/// </summary>
abstract class Check<TSubject>
{
    /// <summary>What it finds; null where it passes on what a language says, under the language's own codes.</summary>
    public abstract DiagnosticDescriptor? Descriptor { get; }

    /// <summary>All findings of this kind in the subject.</summary>
    public abstract IEnumerable<Diagnostic> Judge(TSubject subject);
}

/// <summary>A rule about a hub, judged for each of them.</summary>
abstract class HubCheck : Check<BoundTopology>
{
    /// <inheritdoc/>
    public sealed override IEnumerable<Diagnostic> Judge(BoundTopology subject) => subject.Hubs.SelectMany(hub => Judge(subject, hub));

    /// <summary>All findings of this kind in one hub.</summary>
    protected abstract IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub);
}
