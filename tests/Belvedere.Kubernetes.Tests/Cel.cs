using System.Globalization;
using System.Text.RegularExpressions;

namespace Belvedere.Kubernetes.Tests;

/// <summary>
/// Evaluates the part of the Common Expression Language that CRDs use, over strings, numbers, booleans, lists and dictionaries.
/// It judges our rules: it reads the upstream text, they do not.
/// </summary>
sealed partial class Cel
{
    readonly List<(char Kind, string Text)> tokens = [];
    int at;

    sealed class NoSuchThing : Exception;

    delegate object Evaluation(IReadOnlyDictionary<string, object> scope);

    Cel(string text)
    {
        foreach (Match match in Token().Matches(text))
        {
            var (kind, value) = match.Groups switch
            {
                var groups when groups["raw"].Success => ('s', groups["raw"].Value),
                var groups when groups["text"].Success => ('s', Unescaped(groups["text"].Value)),
                var groups when groups["number"].Success => ('n', groups["number"].Value),
                var groups when groups["name"].Success => ('i', groups["name"].Value),
                _ => ('o', match.Value),
            };
            tokens.Add((kind, value));
        }
    }

    /// <summary>Whether a value meets an expression. An error, as of a field that is missing, is a no.</summary>
    public static bool IsMet(string expression, object self)
    {
        var parser = new Cel(expression);
        var evaluation = parser.Ternary();
        if (parser.at != parser.tokens.Count)
            throw new FormatException($"{expression}: {parser.tokens[parser.at].Text} is not understood.");
        try
        {
            return (bool)evaluation(new Dictionary<string, object> { ["self"] = self });
        }
        catch (NoSuchThing)
        {
            return false;
        }
    }

    Evaluation Ternary()
    {
        var condition = Or();
        if (!Take("?"))
            return condition;
        var then = Ternary();
        Need(":");
        var otherwise = Ternary();
        return scope => (bool)condition(scope) ? then(scope) : otherwise(scope);
    }

    Evaluation Or()
    {
        var left = And();
        while (Take("||"))
            left = Either(left, And(), decisive: true);
        return left;
    }

    Evaluation And()
    {
        var left = Comparison();
        while (Take("&&"))
            left = Either(left, Comparison(), decisive: false);
        return left;
    }

    // A side that decides makes an error on the other side unimportant.
    static Evaluation Either(Evaluation left, Evaluation right, bool decisive) => scope =>
    {
        try
        {
            if ((bool)left(scope) == decisive)
                return decisive;
        }
        catch (NoSuchThing)
        {
            return (bool)right(scope) == decisive ? decisive : throw new NoSuchThing();
        }

        return (bool)right(scope);
    };

    Evaluation Comparison()
    {
        var left = Sum();
        foreach (var symbol in (string[])["==", "!=", "<=", ">=", "<", ">", "in"])
            if (Take(symbol))
            {
                var (first, second) = (left, Sum());
                return scope => Compare(symbol, first(scope), second(scope));
            }

        return left;
    }

    static bool Compare(string symbol, object left, object right) => symbol switch
    {
        "==" => Equals(left, right),
        "!=" => !Equals(left, right),
        "in" => right is List<object> list ? list.Contains(left) : ((Dictionary<string, object>)right).ContainsKey((string)left),
        "<=" => (double)left <= (double)right,
        ">=" => (double)left >= (double)right,
        "<" => (double)left < (double)right,
        _ => (double)left > (double)right,
    };

    Evaluation Sum()
    {
        var left = Unary();
        while (Take("+"))
        {
            var (first, second) = (left, Unary());
            left = scope => (double)first(scope) + (double)second(scope);
        }

        return left;
    }

    Evaluation Unary()
    {
        if (!Take("!"))
            return Postfix(Primary());
        var operand = Unary();
        return scope => !(bool)operand(scope);
    }

    Evaluation Primary()
    {
        if (Take("("))
        {
            var inner = Ternary();
            Need(")");
            return inner;
        }

        if (Take("["))
        {
            var items = Arguments("]");
            return scope => items.Select(item => item(scope)).ToList();
        }

        var (kind, text) = tokens[at++];
        switch (kind)
        {
            case 's':
                return _ => text;
            case 'n':
                var number = double.Parse(text, CultureInfo.InvariantCulture);
                return _ => number;
        }

        if (text is "true" or "false")
            return _ => text is "true";
        if (!Take("("))
            return scope => scope.TryGetValue(text, out var value) ? value : text is "format" ? text : throw new NoSuchThing();
        var arguments = Arguments(")");
        return text switch
        {
            "has" => scope =>
            {
                try
                {
                    arguments[0](scope);
                    return true;
                }
                catch (NoSuchThing)
                {
                    return false;
                }
            },
            "size" => scope => Size(arguments[0](scope)),
            "duration" => scope => Duration((string)arguments[0](scope)),
            "isIP" => scope => IsIP((string)arguments[0](scope)),
            _ => throw new FormatException($"The function {text} is not known."),
        };
    }

    Evaluation Postfix(Evaluation target)
    {
        while (true)
        {
            var of = target;
            if (Take("["))
            {
                var index = Ternary();
                Need("]");
                target = scope => of(scope) is List<object> list && (int)(double)index(scope) is var place && place < list.Count ? list[place] : throw new NoSuchThing();
            }
            else if (Take("."))
            {
                var name = tokens[at++].Text;
                target = Take("(") ? Call(of, name) : Member(of, name);
            }
            else
            {
                return target;
            }
        }
    }

    static Evaluation Member(Evaluation of, string name)
    {
        // Fields named like keywords are written with underscores.
        var field = name.StartsWith("__", StringComparison.Ordinal) ? name.Trim('_') : name;
        return scope => of(scope) is Dictionary<string, object> map && map.TryGetValue(field, out var value) ? value : throw new NoSuchThing();
    }

    Evaluation Call(Evaluation of, string name)
    {
        if (name is "all" or "exists" or "exists_one" or "filter")
        {
            var variable = tokens[at++].Text;
            Need(",");
            var predicate = Ternary();
            Need(")");
            return scope =>
            {
                var items = of(scope) is Dictionary<string, object> map ? [.. map.Keys] : (List<object>)of(scope);
                var met = items.Where(item => (bool)predicate(new Dictionary<string, object>(scope) { [variable] = item })).ToList();
                return name switch { "all" => met.Count == items.Count, "exists" => met.Count > 0, "exists_one" => met.Count == 1, _ => met };
            };
        }

        var arguments = Arguments(")");
        return scope => Method(name, of(scope), [.. arguments.Select(argument => argument(scope))]);
    }

    static object Method(string name, object of, object[] arguments) => name switch
    {
        "size" => Size(of),
        "startsWith" => ((string)of).StartsWith((string)arguments[0], StringComparison.Ordinal),
        "endsWith" => ((string)of).EndsWith((string)arguments[0], StringComparison.Ordinal),
        "contains" => ((string)of).Contains((string)arguments[0], StringComparison.Ordinal),
        "matches" => Regex.IsMatch((string)of, ((string)arguments[0]).Replace("[:cntrl:]", @"\x00-\x1f\x7f", StringComparison.Ordinal).Replace("+$", "+\\z", StringComparison.Ordinal)),
        "substring" => ((string)of)[(int)(double)arguments[0]..],
        "lowerAscii" => ((string)of).ToLowerInvariant(),
        "split" => ((string)of).Split((string)arguments[0]).Cast<object>().ToList(),
        // format.uuid().validate(text) has a value when the text is no UUID.
        "uuid" => of,
        "validate" => Regex.IsMatch((string)arguments[0], @"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\z"),
        "hasValue" => !(bool)of,
        _ => throw new FormatException($"The method {name} is not known."),
    };

    List<Evaluation> Arguments(string end)
    {
        var arguments = new List<Evaluation>();
        while (!Take(end))
        {
            arguments.Add(Ternary());
            Take(",");
        }

        return arguments;
    }

    static double Size(object value) => value switch
    {
        string text => text.Length,
        List<object> list => list.Count,
        _ => ((Dictionary<string, object>)value).Count,
    };

    static double Duration(string text)
    {
        var parts = DurationPart().Matches(text);
        if (text.Length == 0 || parts.Sum(part => part.Length) != text.Length)
            throw new NoSuchThing();
        return parts.Sum(part => double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            * (part.Groups[2].Value switch { "h" => 3600, "m" => 60, "s" => 1, _ => 1e-3 }));
    }

    static object IsIP(string text) => IPv4().IsMatch(text) || (text.Contains(':', StringComparison.Ordinal) && System.Net.IPAddress.TryParse(text, out _));

    static string Unescaped(string text) => Regex.Replace(text, @"\\(.)", "$1");

    bool Take(string symbol)
    {
        if (at >= tokens.Count || tokens[at].Kind is 's' || tokens[at].Text != symbol)
            return false;
        at++;
        return true;
    }

    void Need(string symbol)
    {
        if (!Take(symbol))
            throw new FormatException($"{symbol} is missing.");
    }

    [GeneratedRegex("""r(?:\"{3})(?<raw>.*?)(?:\"{3})|'(?<text>(?:\\.|[^'\\])*)'|"(?<text>(?:\\.|[^"\\])*)"|(?<number>\d+)|(?<name>[A-Za-z_]\w*)|\|\||&&|[=!<>]=|[^\s]""", RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex("(\\d+(?:\\.\\d+)?)(h|ms|m|s)")]
    private static partial Regex DurationPart();

    [GeneratedRegex(@"^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!\z)|\z)){4}")]
    private static partial Regex IPv4();
}
