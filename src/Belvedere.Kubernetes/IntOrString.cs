using System.Globalization;

namespace Belvedere.Kubernetes;

/// <summary>A whole number or text, as Kubernetes writes ports (<c>9090</c> or <c>web</c>) and amounts (<c>1</c> or <c>25%</c>).</summary>
public readonly record struct IntOrString
{
    readonly string? text;
    readonly long integer;

    IntOrString(string? text, long integer) => (this.text, this.integer) = (text, integer);

    /// <summary>Whether it is a number.</summary>
    public bool IsInteger => text is null;

    /// <summary>The number; 0 for text.</summary>
    public long Integer => integer;

    /// <summary>The text, or the number in digits.</summary>
    public string Text => text ?? integer.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static implicit operator IntOrString(int value) => new(null, value);

    /// <summary>A number.</summary>
    public static implicit operator IntOrString(long value) => new(null, value);

    /// <summary>Text.</summary>
    public static implicit operator IntOrString(string value) => new(value, 0);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
