namespace Belvedere.PromQL;

/// <summary>How bad a finding is.</summary>
public enum PromSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Prometheus accepts the expression, but evaluating it fails or cannot give what its author wants.</summary>
    Warning,

    /// <summary>Prometheus refuses the expression, or what was asked for cannot be had.</summary>
    Error,
}

/// <summary>A kind of finding: its code, and what a page about it is called.</summary>
public sealed class PromDiagnosticDescriptor
{
    internal PromDiagnosticDescriptor(string id, PromSeverity severity, string title)
    {
        Id = id;
        Severity = severity;
        Title = title;
    }

    /// <summary>The code, from BLV2001 on; it never changes its meaning.</summary>
    public string Id { get; }

    /// <summary>How bad findings of this kind are.</summary>
    public PromSeverity Severity { get; }

    /// <summary>A short title, without a full stop.</summary>
    public string Title { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Title}";
}

/// <summary>Something that is wrong with an expression.</summary>
public sealed class PromDiagnostic
{
    internal PromDiagnostic(PromDiagnosticDescriptor descriptor, SourceSpan span, string message, string? hint = null)
    {
        Descriptor = descriptor;
        Span = span;
        Message = message;
        Hint = hint;
    }

    /// <summary>The kind of finding.</summary>
    public PromDiagnosticDescriptor Descriptor { get; }

    /// <summary>Where it is.</summary>
    public SourceSpan Span { get; }

    /// <summary>What is wrong; Prometheus' own words where it has some.</summary>
    public string Message { get; }

    /// <summary>What to do about it, where the message does not say so already.</summary>
    public string? Hint { get; }

    /// <summary>The descriptor's code.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Whether Prometheus refuses the expression because of this.</summary>
    public bool IsError => Descriptor.Severity == PromSeverity.Error;

    /// <inheritdoc/>
    public override string ToString() => $"{Span}: {Id}: {Message}";
}
