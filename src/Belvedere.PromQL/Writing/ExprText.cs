using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Belvedere.PromQL;

/// <summary>
/// Takes an interpolated string apart for <see cref="Expr"/>, so that no value can change what the expression around it means.
/// </summary>
/// <remarks>
/// Outside quotes a hole takes an <see cref="Expr"/> or <see cref="Expression"/> (in parentheses where it needs them), a
/// <see cref="MetricName"/>, a <see cref="TimeSpan"/>, a number, a text of one word (a name, a number, a duration), anything that
/// writes itself as one word, and a list of labels. Inside quotes it takes any text, which is escaped; in the value of <c>=~</c>
/// and <c>!~</c> it stands for itself, a list for its alternatives, and with the format <c>raw</c> it is a regular expression.
/// </remarks>
[InterpolatedStringHandler]
public sealed class ExprText
{
    readonly StringBuilder text;
    List<PromDiagnostic>? diagnostics;

    // The quotation mark of the string that is open; a comment is open as '#'.
    char quote;
    bool isRegex;

    // An operation that was inserted last: whether it needs parentheses shows in what follows.
    string? operation;

    /// <summary>Called by the compiler.</summary>
    public ExprText(int literalLength, int formattedCount) => text = new(literalLength + formattedCount * 16);

    internal IReadOnlyList<PromDiagnostic> Diagnostics => diagnostics ?? (IReadOnlyList<PromDiagnostic>)[];

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string value)
    {
        FlushOperation(value);
        for (var i = 0; i < value.Length; i++)
            i = Track(value, i);
        text.Append(value);
    }

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        FlushOperation(null);
        switch (value)
        {
            case Expr or Expression or MetricName when quote != '\0':
                InsertText(value.ToString()!, format);
                break;
            case Expr expression:
                Adopt(expression.Parsed.Diagnostics);
                Insert(expression.Text, expression.Parsed.Expression);
                break;
            case Expression expression:
                Insert(expression.ToString(), expression);
                break;
            case MetricName name:
                text.Append(name);
                break;
            case TimeSpan time:
                InsertTime(time);
                break;
            case string word:
                InsertText(word, format);
                break;
            case double number:
                GoNumber.AppendShortest(text, number);
                break;
            case float number:
                GoNumber.AppendShortest(text, number);
                break;
            case IEnumerable<string> list:
                InsertList([.. list], format);
                break;
            case null:
                Report(PromInsertionDiagnostics.NotOneValue, "null is inserted where a value must stand");
                break;
            default:
                InsertText(value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "", format);
                break;
        }
    }

    internal string Finish()
    {
        // Alone, an operation needs no parentheses.
        if (operation is not null && text.Length == 0)
            text.Append(operation);
        else
            FlushOperation(null);
        operation = null;
        return text.ToString();
    }

    void Insert(string expression, Expression? tree)
    {
        if (tree is BinaryExpression or UnaryExpression or null)
            operation = expression;
        else
            text.Append(EndingComment(expression));
    }

    void FlushOperation(string? following)
    {
        if (operation is null)
            return;

        var enclosed = following is not null
            && Neighbour(text.ToString(), fromEnd: true) is '(' or ','
            && Neighbour(following, fromEnd: false) is ')' or ',';
        text.Append(enclosed ? "" : "(").Append(EndingComment(operation)).Append(enclosed ? "" : ")");
        operation = null;
    }

    static char Neighbour(string value, bool fromEnd)
    {
        for (var i = 0; i < value.Length; i++)
            if (value[fromEnd ? value.Length - 1 - i : i] is var c && c is not (' ' or '\t' or '\n' or '\r'))
                return c;

        return '\0';
    }

    // A comment would swallow what follows on its line.
    static string EndingComment(string expression) => expression.Contains('#') ? expression + "\n" : expression;

    void InsertText(string value, string? format)
    {
        switch (quote)
        {
            case '\0' or '#':
                if (!IsWord(value))
                    Report(
                        PromInsertionDiagnostics.NotAWord,
                        $"{GoText.Quote(value)} is inserted outside quotes, where only a name, a number or a duration may stand",
                        "Put the hole into quotes, or insert an Expr or a MetricName.");
                text.Append(value);
                break;
            case '`':
                if (value.Contains('`'))
                    Report(PromInsertionDiagnostics.EndsString, $"{GoText.Quote(value)} holds a backtick, which ends the string", "Use double quotes.");
                text.Append(isRegex && format != "raw" ? RegexText.Quote(value) : value);
                break;
            default:
                AppendEscaped(isRegex && format != "raw" ? RegexText.Quote(value) : value);
                break;
        }
    }

    void InsertList(List<string> values, string? format)
    {
        if (quote != '\0' && isRegex)
        {
            for (var i = 0; i < values.Count; i++)
            {
                text.Append(i == 0 ? "" : "|");
                InsertText(values[i], format);
            }
        }
        else if (quote != '\0')
        {
            Report(PromInsertionDiagnostics.NotOneValue, "a list is inserted into a string that is no regular expression", "Use =~ or !~.");
        }
        else
        {
            for (var i = 0; i < values.Count; i++)
                text.Append(i == 0 ? "" : ", ").Append(PromPrinter.PrintLabel(values[i]));
        }
    }

    void InsertTime(TimeSpan time)
    {
        if (time <= TimeSpan.Zero || time.Ticks % TimeSpan.TicksPerMillisecond != 0)
            Report(PromInsertionDiagnostics.NotADuration, $"{time:c} is not a positive number of milliseconds, so it is no duration");
        GoNumber.AppendDuration(text, time.Ticks / (double)TimeSpan.TicksPerSecond);
    }

    void AppendEscaped(string value)
    {
        foreach (var c in value)
        {
            if (c == '\\' || c == quote)
                text.Append('\\').Append(c);
            else if (c == '\n')
                text.Append("\\n");
            else
                text.Append(c);
        }
    }

    /// <summary>Follows strings and comments through a literal; returns the index of the last character taken.</summary>
    int Track(string literal, int index)
    {
        var c = literal[index];
        if (quote == '#')
        {
            if (c is '\n' or '\r')
                quote = '\0';
        }
        else if (quote != '\0')
        {
            if (c == '\\' && quote != '`')
                return index + 1;
            if (c == quote)
                quote = '\0';
        }
        else if (c is '"' or '\'' or '`' or '#')
        {
            quote = c;
            isRegex = EndsWithRegexOperator(literal, index);
        }

        return index;
    }

    static bool EndsWithRegexOperator(string literal, int end)
    {
        while (end > 0 && literal[end - 1] is ' ' or '\t' or '\n' or '\r')
            end--;

        return end > 1 && literal[end - 1] == '~' && literal[end - 2] is '=' or '!';
    }

    static bool IsWord(string value)
    {
        foreach (var c in value)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or ':' or '.' or '-' or '+'))
                return false;

        // A sign is one only before a number.
        return value.Length > 0 && value.LastIndexOfAny(['-', '+']) <= 0 && (value[0] is not ('-' or '+') || value.Length > 1);
    }

    void Adopt(IReadOnlyList<PromDiagnostic> found)
    {
        foreach (var diagnostic in found)
            if (Array.IndexOf(PromInsertionDiagnostics.All, diagnostic.Descriptor) >= 0)
                (diagnostics ??= []).Add(diagnostic);
    }

    void Report(PromDiagnosticDescriptor descriptor, string message, string? hint = null) =>
        (diagnostics ??= []).Add(new(descriptor, new(text.Length, text.Length), message, hint));
}
