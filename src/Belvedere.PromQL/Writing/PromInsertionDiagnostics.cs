using static Belvedere.PromQL.PromSeverity;

namespace Belvedere.PromQL;

/// <summary>What is reported of values that are inserted into an interpolated expression.</summary>
public static class PromInsertionDiagnostics
{
    /// <summary>A text outside quotes is more than one word, so that it could change what the expression means.</summary>
    public static readonly PromDiagnosticDescriptor NotAWord = new("BLV2121", Error, "Inserted text is not one word");

    /// <summary>A length of time is negative or not a whole number of milliseconds.</summary>
    public static readonly PromDiagnosticDescriptor NotADuration = new("BLV2122", Error, "Inserted time is no duration");

    /// <summary>A list or a null stands where one value must.</summary>
    public static readonly PromDiagnosticDescriptor NotOneValue = new("BLV2123", Error, "Inserted value is not one value");

    /// <summary>A text holds the quotation mark of a string that has no escapes.</summary>
    public static readonly PromDiagnosticDescriptor EndsString = new("BLV2124", Error, "Inserted text ends its string");

    internal static readonly PromDiagnosticDescriptor[] All = [NotAWord, NotADuration, NotOneValue, EndsString];
}
