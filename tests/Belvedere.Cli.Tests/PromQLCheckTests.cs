using System.Text.Json;

namespace Belvedere.Cli.Tests;

public sealed class PromQLCheckTests
{
    const string Mixed = "up\nsum(rate(x[5m])) by (job)\n\n{job=\"x\"}\n{\"expr\":\"rate(y)\"}\n1 +\n";

    [Test]
    public void Every_expression_has_an_object_on_a_line_in_the_order_of_the_input()
    {
        var run = CommandRun.Of(Mixed, "promql", "check", "--format", "json");
        var rows = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(rows.Select(row => row.GetProperty("expr").GetString()), Is.EqualTo(new[] { "up", "sum(rate(x[5m])) by (job)", "{job=\"x\"}", "rate(y)", "1 +" }));
            Assert.That(rows.Select(row => row.GetProperty("valid").GetBoolean()), Is.EqualTo(new[] { true, true, true, false, false }));
            Assert.That(
                rows[1].EnumerateObject().Select(property => property.Name),
                Is.EqualTo(new[] { "expr", "valid", "type", "canonical", "pretty", "metrics", "errors" }));
            Assert.That(rows[1].GetProperty("type").GetString(), Is.EqualTo("vector"));
            Assert.That(rows[1].GetProperty("canonical").GetString(), Is.EqualTo("sum by (job) (rate(x[5m]))"));
            Assert.That(rows[1].GetProperty("pretty").GetString(), Is.EqualTo("sum by (job) (rate(x[5m]))"));
            Assert.That(rows[1].GetProperty("metrics").EnumerateArray().Select(metric => metric.GetString()), Is.EqualTo(new[] { "x" }));
            var error = rows[3].GetProperty("errors")[0];
            Assert.That(error.GetProperty("message").GetString(), Is.EqualTo("expected type range vector in call to function \"rate\", got instant vector"));
            Assert.That((error.GetProperty("start").GetInt32(), error.GetProperty("end").GetInt32()), Is.EqualTo((5, 6)));
            Assert.That(rows[4].GetProperty("type").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public void People_see_the_place_and_nothing_is_coloured_in_a_pipe()
    {
        var run = CommandRun.Of("sum(a) / rate(b)\n", "promql", "check", "-");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Is.EqualTo(
            "stdin:1: error BLV2040 at 1:15: expected type range vector in call to function \"rate\", got instant vector\n"
            + "  sum(a) / rate(b)\n"
            + "                ^\n"
            + "1 expression, 1 not valid.\n"));
    }

    [Test]
    public void Clean_input_ends_with_zero() => Assert.That(CommandRun.Of("up\n", "promql", "check").ExitCode, Is.Zero);

    [Test]
    public void No_input_at_all_is_clean()
    {
        var run = CommandRun.Of("", "promql", "check", "--format", "json");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "")));
    }

    [Test]
    public void A_dialect_refuses_what_came_later()
    {
        Assert.That(CommandRun.Of("", "promql", "check", "-e", "x[5m:30]", "--dialect", "prometheus-2.42").ExitCode, Is.EqualTo(1));
        Assert.That(CommandRun.Of("", "promql", "check", "-e", "x[5m:30]", "--dialect", "3.14").ExitCode, Is.Zero);
        Assert.That(CommandRun.Of("", "promql", "check", "-e", "info(x)", "--dialect", "3.14+all").ExitCode, Is.Zero);
    }

    [Test]
    public void Grafanas_variables_are_taken_when_asked_for()
    {
        const string text = "sum by ($g) (rate(x[$__rate_interval]))";
        Assert.That(CommandRun.Of("", "promql", "check", "-e", text).ExitCode, Is.EqualTo(1));
        var run = CommandRun.Of("", "promql", "check", "--grafana", "--format", "json", "-e", text);
        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("canonical").GetString(), Is.EqualTo(text));
        Assert.That(CommandRun.Of("", "promql", "check", "--grafana", "-e", "label_values(up, job)").ExitCode, Is.Zero);
    }

    [Test]
    public void A_byte_that_is_no_text_comes_back_as_it_was()
    {
        var run = CommandRun.Of("{\"expr\":\"{a=\\\"\\udcff\\\"}\"}\n", "promql", "check", "--format", "json");
        Assert.That(run.Output, Does.StartWith("{\"expr\":\"{a=\\\"\\udcff\\\"}\",\"valid\":false"));
    }

    [TestCase("promql", "check", "--dialect", "9.9", "-e", "up")]
    [TestCase("promql", "check", "no-such-file.promql")]
    [TestCase("promql", "check", "-e", "up", "file")]
    [TestCase("promql", "chekc")]
    [TestCase("promql")]
    [TestCase("promql", "format", "--width", "0", "-e", "up")]
    [TestCase("promql", "lift", "-e", "up", "--inventory", "1 +")]
    [TestCase("promql", "explain")]
    public void What_is_not_understood_ends_with_two_and_says_why(params string[] arguments)
    {
        var run = CommandRun.Of("", arguments);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Is.Not.Empty);
    }

    [Test]
    public void The_whole_corpus_is_checked_with_one_call()
    {
        var lines = File.ReadLines(Corpus.Path("expressions.jsonl")).ToList();
        var run = CommandRun.Of(string.Join('\n', lines), "promql", "check", "--format", "json", "--grafana");
        Assert.That(run.Lines, Has.Count.EqualTo(lines.Count));
        Assert.That(run.Lines.Count(line => line.Contains("\"valid\":true", StringComparison.Ordinal)), Is.GreaterThan(15_400));
    }
}
