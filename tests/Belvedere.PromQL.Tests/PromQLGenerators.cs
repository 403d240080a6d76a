using FsCheck;
using FsCheck.Fluent;

namespace Belvedere.PromQL.Tests;

/// <summary>Makes well-typed expressions, sequences of words, sequences of characters, and expressions with a few of them changed.</summary>
static class PromQLGenerators
{
    static readonly Gen<string> Metric = Gen.Elements("up", "http_requests_total", "job:rate:sum", "sum", "offset", "start", "by", "fill", ":a", "_b1");
    static readonly Gen<string> Label = Gen.Elements("job", "instance", "le", "by", "on", "sum", "bool", "atan2", "\"service.name\"", "__x");
    static readonly Gen<string> Text = Gen.Elements("\"\"", "\"a\"", "'it\"s'", "`a\\d`", "\"\\u00e9\\n\\xff\"", "'\\''", "\"日本\"");
    static readonly Gen<string> Regex = Gen.Elements("\"a|b\"", "\".+\"", "`\\d{2,3}`", "\"(?i:x)[^a-z]*y\"");
    static readonly Gen<string> Blank = Gen.Elements("", "", "", " ", "\n", "\t", " # x\n");
    static readonly Gen<string> Number = Gen.Elements("0", "1", "5.", ".5", "1e3", "0x1F", "0755", "1_000", "Inf", "NaN", "5m", "1h30m", "3.14159", "1e-9", "123456789012345678");
    static readonly Gen<string> Time = Gen.Elements("5m", "1h30m", "300", "1y2w3d4h5m6s7ms", "90", "0.5", "1e3");

    static readonly Gen<string> Matcher = Gen.OneOf(
        Join(Label, Gen.Elements("=", "!="), Text),
        Join(Label, Gen.Elements("=~", "!~"), Regex));

    /// <summary>An instant selector.</summary>
    static readonly Gen<string> Selector = Gen.OneOf(
        Metric,
        Join(Metric, Blank, Gen.Constant("{"), List(Matcher, 0, 3), Gen.Elements("}", " }")),
        Join(Gen.Constant("{"), Gen.Elements("job=\"x\"", "\"a.b\"", "__name__=~\"a.+\""), Gen.Constant(","), List(Matcher, 0, 2), Gen.Constant("}")));

    /// <summary>A well-typed expression with every construct of the grammar.</summary>
    public static Gen<string> Expression { get; } = Gen.Sized(size => Gen.OneOf(Vector(Math.Min(size, 8)), Scalar(Math.Min(size, 8)), Range(Math.Min(size, 8)), Text));

    /// <summary>Words of the language in any order.</summary>
    public static Gen<string> Words { get; } = Gen.Elements(
            "a", "b:c", "sum", "topk", "count_values", "rate", "label_replace", "info", "by", "without", "on", "ignoring", "group_left", "group_right", "bool", "offset",
            "@", "start", "end", "step", "range", "min_of", "max_of", "anchored", "smoothed", "fill", "fill_left", "fill_right", "and", "or", "unless", "atan2", "limitk",
            "(", ")", "{", "}", "[", "]", ",", ":", "=", "=~", "!~", "!=", "==", "<", ">", "<=", ">=", "</", ">/", "+", "-", "*", "/", "%", "^", "5m", "1", "0", "1.5", "inf",
            "\"x\"", "'y'", "`z`", "\"(\"", "#c\n", "\n", "$v", "\"")
        .ListOf().Select(words => string.Join(" ", words));

    /// <summary>Characters of every kind in any order.</summary>
    public static Gen<string> Characters { get; } = Gen.Frequency(
            (20, Gen.Elements("abesumrtoffnyd_:0159.xXeE+-*/%^=!~<>@()[]{},\"'`\\#uU \n\r\t".ToCharArray())),
            (1, Gen.Choose(0, 0xFFFF).Select(code => (char)code)))
        .ListOf().Select(characters => string.Concat(characters));

    /// <summary>Expressions with characters taken out, put in or doubled.</summary>
    public static Gen<string> Damaged { get; } =
        from text in Expression
        from changes in Gen.Choose(0, int.MaxValue).ListOf(2)
        from inserted in Characters
        select Change(Change(text, changes[0], inserted), changes[1], inserted);

    static string Change(string text, int choice, string inserted)
    {
        var at = choice / 3 % (text.Length + 1);
        return (choice % 3) switch
        {
            0 => text.Remove(Math.Min(at, Math.Max(0, text.Length - 1)), text.Length == 0 ? 0 : 1),
            1 => text.Insert(at, inserted.Length > 3 ? inserted[..3] : inserted),
            _ => text.Insert(at, text[at..Math.Min(text.Length, at + 5)]),
        };
    }

    static Gen<string> Vector(int size) => size <= 0
        ? Selector
        : Gen.OneOf(
            Selector,
            Timed(Selector),
            Join(Selector, Gen.Elements(" anchored", " smoothed")),
            Parentheses(Lazy(() => Vector(size - 1))),
            Join(Gen.Elements("-", "+", "- "), Lazy(() => Vector(size - 1))),
            Join(Gen.Elements("abs", "ceil", "sort", "timestamp", "histogram_avg", "absent", "start_timestamp"), Parentheses(Lazy(() => Vector(size - 1)))),
            Join(Gen.Elements("rate", "increase", "max_over_time", "absent_over_time", "mad_over_time", "first_over_time"), Parentheses(Lazy(() => Range(size - 1)))),
            Join(Gen.Elements("clamp_max", "round"), Gen.Constant("("), Lazy(() => Vector(size - 1)), Gen.Constant(","), Blank, Lazy(() => Scalar(size - 1)), Gen.Constant(")")),
            Join(Gen.Elements("histogram_quantile(", "quantile_over_time("), Lazy(() => Scalar(size - 1)), Gen.Constant(", ")).SelectMany(start => start.StartsWith('h')
                ? Join(Gen.Constant(start), Vector(size - 1), Gen.Constant(")"))
                : Join(Gen.Constant(start), Range(size - 1), Gen.Constant(")"))),
            Join(Gen.Constant("label_replace("), Lazy(() => Vector(size - 1)), Gen.Constant(", \"a\", '$1', `b`, \"(.*)\")")),
            Join(Gen.Constant("vector("), Lazy(() => Scalar(size - 1)), Gen.Constant(")")),
            Join(Gen.Constant("info("), Lazy(() => Vector(size - 1)), Gen.Elements(")", ", {job=~\".*\"})", ", {})")),
            Aggregation(size),
            Binary(size));

    // A subquery's range needs a number before its colon: Prometheus' lexer does not see the end of step() otherwise.
    static Gen<string> Range(int size) => size <= 0
        ? Join(Selector, Gen.Constant("["), Time, Gen.Constant("]"))
        : Gen.OneOf(
            Timed(Join(Selector, Blank, Gen.Constant("["), Duration(size - 1), Gen.Constant("]"), Gen.Elements("", "", " anchored", " smoothed"))),
            Timed(Join(Parentheses(Lazy(() => Vector(size - 1))), Gen.Constant("["), Time, Gen.Elements("", " * step()", " + max_of(1m, range())"), Gen.Constant(":"), Gen.Elements("", "1m", "step()", "30s * 2"), Gen.Constant("]"))),
            Parentheses(Lazy(() => Range(size - 1))));

    static Gen<string> Scalar(int size) => size <= 0
        ? Number
        : Gen.OneOf(
            Number,
            Gen.Elements("time()", "pi()", "start()", "end()", "step()", "range()"),
            Join(Gen.Elements("-", "+"), Lazy(() => Scalar(size - 1))),
            Parentheses(Lazy(() => Scalar(size - 1))),
            Join(Gen.Constant("scalar("), Lazy(() => Vector(size - 1)), Gen.Constant(")")),
            Join(Gen.Elements("min_of(", "max_of("), Lazy(() => Scalar(size - 1)), Gen.Constant(", "), Lazy(() => Scalar(size - 1)), Gen.Constant(")")),
            Join(Lazy(() => Scalar(size - 1)), Gen.Elements(" + ", " - ", "*", " / ", "%", "^", " == bool ", " <bool ", " atan2 "), Parentheses(Lazy(() => Scalar(size - 1)))));

    static Gen<string> Aggregation(int size)
    {
        var clause = Join(Gen.Elements(" by ", " without", " BY"), Gen.Constant("("), List(Label, 0, 3), Gen.Elements(")", " ) "));
        var arguments = Gen.OneOf(
            Join(Gen.Elements("sum", "avg", "COUNT", "min", "max", "group", "stddev", "stdvar"), Gen.Constant("\0("), Lazy(() => Vector(size - 1)), Gen.Constant(")\0")),
            Join(Gen.Elements("topk", "bottomk", "quantile", "limitk", "limit_ratio"), Gen.Constant("\0("), Lazy(() => Scalar(size - 1)), Gen.Constant(", "), Lazy(() => Vector(size - 1)), Gen.Constant(")\0")),
            Join(Gen.Constant("count_values\0("), Text, Gen.Constant(", "), Lazy(() => Vector(size - 1)), Gen.Constant(")\0")));

        // The clause stands before the parentheses, behind them, or nowhere.
        return from parts in arguments
               from place in Gen.Choose(0, 2)
               from grouping in clause
               select Place(parts, place, grouping);

        static string Place(string parts, int place, string grouping)
        {
            var first = parts.IndexOf('\0', StringComparison.Ordinal);
            return parts[..first] + (place == 0 ? grouping : "") + parts[(first + 1)..^1] + (place == 1 ? grouping : "");
        }
    }

    static Gen<string> Binary(int size)
    {
        // Without its list of labels, group_left would take an operand in parentheses for one.
        var matching = Gen.OneOf(
            Gen.Constant(" "),
            Join(Gen.Elements(" on (", " ignoring("), List(Gen.Elements("job", "instance", "\"a.b\""), 0, 2), Gen.Constant(") ")),
            Join(Gen.Elements(" on (job) ", " ignoring (job,) "), Gen.Elements("group_left () ", "group_right (version) ")));
        var fill = Gen.Elements("", "", "", "fill (0) ", "fill_left (-1) ", "fill_right(5m) fill_left(+2) ");
        return Gen.OneOf(
            Join(Lazy(() => Vector(size - 1)), Gen.Elements(" +", " -", "*", "/", " %", " ^", " atan2", " </", " >/"), matching, fill, Lazy(() => Vector(size - 1))),
            Join(Lazy(() => Vector(size - 1)), Gen.Elements(" ==", " !=", " <", " >=", " > bool", " <= BOOL"), matching, fill, Lazy(() => Vector(size - 1))),
            Join(Lazy(() => Vector(size - 1)), Gen.Elements(" and", " or", " UNLESS"), Gen.Elements(" ", " on (job) ", " ignoring() "), Lazy(() => Vector(size - 1))),
            Join(Parentheses(Lazy(() => Vector(size - 1))), Gen.Elements(" + ", " * ", " == ", " < bool ", "^"), Parentheses(Lazy(() => Scalar(size - 1)))))
            .Select(text => $"({text})");
    }

    static Gen<string> Duration(int size) => size <= 0
        ? Time
        : Gen.OneOf(
            Time,
            Gen.Elements("step()", "range()", "STEP()"),
            Join(Gen.Elements("min_of(", "max_of("), Lazy(() => Duration(size - 2)), Gen.Constant(", "), Lazy(() => Duration(size - 2)), Gen.Constant(")")),
            Join(Gen.Constant("("), Lazy(() => Duration(size - 2)), Gen.Elements(" + ", "-", " * ", "/", " % ", "^"), Lazy(() => Duration(size - 2)), Gen.Constant(")")),
            Join(Lazy(() => Duration(size - 2)), Gen.Elements("+", " * "), Lazy(() => Duration(size - 2))));

    static Gen<string> Timed(Gen<string> expression) => Join(
        expression,
        Gen.Elements("", "", " @ 1.5", " @ -1e3", " @ start()", "@end()", " @ 5m"),
        Gen.Elements("", "", " offset 5m", " OFFSET -1h", " offset 0", " offset -(1h)", " offset step()", " offset -max_of(5, step())"));

    static Gen<string> Parentheses(Gen<string> inner) => Join(Gen.Constant("("), Blank, inner, Blank, Gen.Constant(")"));

    static Gen<string> List(Gen<string> item, int minimum, int maximum) =>
        from count in Gen.Choose(minimum, maximum)
        from items in item.ListOf(count)
        from end in Gen.Elements("", ",")
        select string.Join(", ", items) + (count > 0 ? end : "");

    static Gen<string> Lazy(Func<Gen<string>> gen) => Gen.Constant(0).SelectMany(_ => gen());

    static Gen<string> Join(params Gen<string>[] parts) =>
        parts.Aggregate((left, right) => from a in left from b in right select a + b);
}
