using System.Globalization;
using Belvedere.Documents;

namespace Belvedere.Kubernetes;

sealed partial class ManifestWalk
{
    bool IsOfKind(ScalarNode scalar, ValueKind kind) => kind switch
    {
        ValueKind.String or ValueKind.Choice => scalar.Kind is ScalarKind.String,
        ValueKind.Boolean => scalar.Kind is ScalarKind.Boolean,
        ValueKind.Int32 or ValueKind.Int64 => IsWhole(scalar),
        ValueKind.Number => scalar.IsNumber,
        ValueKind.IntOrString => scalar.Kind is ScalarKind.String || IsWhole(scalar),
        // The API server reads 0.5 as a quantity in its own kinds; CRDs allow whole numbers and text only.
        ValueKind.Quantity => scalar.Kind is ScalarKind.String || (isCustomResource ? IsWhole(scalar) : scalar.IsNumber),
        _ => false,
    };

    // JSON has one kind of number: 1.0 is a whole one.
    static bool IsWhole(ScalarNode scalar) => scalar.Kind is ScalarKind.Integer || (scalar.Kind is ScalarKind.Float && scalar.TryGetNumber(out var number) && double.IsInteger(number));

    void Scalar(ScalarNode scalar, ValueShape shape)
    {
        switch (shape.Kind)
        {
            case ValueKind.Choice:
                var values = shape.Type.Values;
                if (Array.IndexOf(values, scalar.Text) < 0)
                    NotOneOf(scalar, values);
                break;
            case ValueKind.Quantity when !new Quantity(scalar.Text).IsValid:
                Report(ManifestProblemKind.WrongForm, scalar, $"{Shown(scalar)} is no quantity.", "Write a number with one of the suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei, for example 500m or 4Gi.");
                break;
            case ValueKind.Int32 when scalar.TryGetNumber(out var number) && number is < int.MinValue or > int.MaxValue:
                Report(ManifestProblemKind.OutOfBounds, scalar, $"{scalar.Text} does not fit in 32 bits.");
                return;
            case ValueKind.Int64 when !FitsIn64Bits(scalar):
                Report(ManifestProblemKind.OutOfBounds, scalar, $"{scalar.Text} does not fit in 64 bits.");
                return;
        }

        if (shape.Limits is { } limits)
            Limited(scalar, limits);
    }

    static bool FitsIn64Bits(ScalarNode scalar) =>
        scalar.TryGetInteger(out _) || (scalar.Kind is ScalarKind.Float && scalar.TryGetNumber(out var number) && Math.Abs(number) < long.MaxValue);

    void Limited(ScalarNode scalar, Limits limits)
    {
        if (scalar.Kind is ScalarKind.String)
            Text(scalar, limits);
        else if (scalar.TryGetNumber(out var number))
            Number(scalar, number, limits);

        if (limits.Values is { } values && Array.IndexOf(values, scalar.Text) < 0)
            NotOneOf(scalar, values);
    }

    void Text(ScalarNode scalar, Limits limits)
    {
        if (limits.MinimalLength is not null || limits.MaximalLength is not null)
        {
            var length = Length(scalar.Text);
            if (length < limits.MinimalLength)
                Report(ManifestProblemKind.OutOfBounds, scalar, length == 0 ? "The text is empty." : $"The text has {length} characters; at least {limits.MinimalLength} are needed.");
            if (length > limits.MaximalLength)
                Report(ManifestProblemKind.OutOfBounds, scalar, $"The text has {length} characters; at most {limits.MaximalLength} are allowed.");
        }

        if (limits.Pattern is { } pattern && !Patterns.Matches(pattern, scalar.Text))
            Report(ManifestProblemKind.WrongForm, scalar, $"{Shown(scalar)} does not have the form that is asked for.", $"It has to match {pattern}");
        if (limits.Format is { } format && !Formats.Fits(format, scalar.Text))
            Report(ManifestProblemKind.WrongForm, scalar, $"{Shown(scalar)} is no {format}.");
    }

    void Number(ScalarNode scalar, double number, Limits limits)
    {
        if (number < limits.Minimum)
            Report(ManifestProblemKind.OutOfBounds, scalar, $"{scalar.Text} is too small: at least {Text(limits.Minimum.Value)} is needed.");
        if (number > limits.Maximum)
            Report(ManifestProblemKind.OutOfBounds, scalar, $"{scalar.Text} is too large: at most {Text(limits.Maximum.Value)} is allowed.");
        if (number <= limits.ExclusiveMinimum)
            Report(ManifestProblemKind.OutOfBounds, scalar, $"{scalar.Text} is too small: more than {Text(limits.ExclusiveMinimum.Value)} is needed.");
        if (number >= limits.ExclusiveMaximum)
            Report(ManifestProblemKind.OutOfBounds, scalar, $"{scalar.Text} is too large: less than {Text(limits.ExclusiveMaximum.Value)} is needed.");
    }

    void NotOneOf(ScalarNode scalar, string[] values)
    {
        var nearest = NearestName.Of(scalar.Text, values);
        Report(
            ManifestProblemKind.UnknownValue,
            scalar,
            $"{Shown(scalar)} is not one of the values that are allowed.",
            nearest is null ? $"Use one of: {string.Join(", ", values.Select(value => value.Length == 0 ? "\"\"" : value))}." : $"Did you mean {nearest}?");
    }

    // Lengths count characters as Go does: code points, not UTF-16 units.
    static int Length(string text)
    {
        var length = text.Length;
        foreach (var letter in text)
            if (char.IsLowSurrogate(letter))
                length--;
        return length;
    }

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    // A value can be a whole file; a message shows its beginning.
    static string Shown(ScalarNode scalar)
    {
        const int Longest = 60;
        var line = scalar.Text.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        var shown = end >= 0 ? line[..end] : line;
        return shown.Length > Longest || end >= 0 ? $"\"{shown[..Math.Min(shown.Length, Longest)]}…\"" : $"\"{shown}\"";
    }

    static string Noun(ValueShape shape, bool isFirst = false)
    {
        var noun = shape.Kind switch
        {
            ValueKind.String or ValueKind.Choice => "text",
            ValueKind.Int32 or ValueKind.Int64 => "a whole number",
            ValueKind.Number => "a number",
            ValueKind.Boolean => "true or false",
            ValueKind.Quantity => "a quantity",
            ValueKind.IntOrString => "a whole number or text",
            ValueKind.List => "a list",
            ValueKind.Record => "a map with the fields of " + shape.Type.Name,
            _ => "a map",
        };
        return isFirst ? char.ToUpperInvariant(noun[0]) + noun[1..] : noun;
    }

    static string Noun(Node node) => node switch
    {
        MapNode => "a map",
        ListNode => "a list",
        ScalarNode { Kind: ScalarKind.String } => "text",
        ScalarNode { Kind: ScalarKind.Boolean } scalar => scalar.Text,
        ScalarNode scalar => $"the number {scalar.Text}",
        _ => "nothing",
    };

    // The two mistakes that people make: a number or a boolean without quotes, and with them.
    static string? Hint(Node node, ValueShape shape) => (shape.Kind, node) switch
    {
        (ValueKind.String or ValueKind.Choice, ScalarNode scalar) => $"Write it in quotes: \"{scalar.Written}\".",
        (ValueKind.Int32 or ValueKind.Int64 or ValueKind.Number or ValueKind.Boolean, ScalarNode { Kind: ScalarKind.String }) => "Write it without quotes.",
        (ValueKind.List, not ListNode) => "Write it as an item of a list.",
        _ => null,
    };
}
