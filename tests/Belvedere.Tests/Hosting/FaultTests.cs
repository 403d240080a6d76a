using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;
using Belvedere.Hosting;

namespace Belvedere.Tests.Hosting;

public sealed class FaultTests
{
    static readonly SourceLocation Call = new("Program.cs", 3);

    static int noted;

    [Test]
    public void An_exception_is_told_at_the_line_that_threw()
    {
        var found = Fault.Of(Thrown(() => throw new InvalidOperationException("no such list."), out var line), Call, evaluating: true);

        Assert.That(found.Descriptor.Code, Is.EqualTo("BLV0020"));
        Assert.That(found.Message, Is.EqualTo("The fleet's own code threw InvalidOperationException: no such list. Nothing was written."));
        IsHere(found, line);
    }

    [Test]
    public void An_exception_inside_the_framework_is_told_at_the_line_that_called_it()
    {
        var found = Fault.Of(Thrown(() => _ = new Dictionary<string, int>()["missing"], out var line), Call, evaluating: true);

        Assert.That(found.Message, Does.Contain("KeyNotFoundException").And.Contain("'missing'"));
        IsHere(found, line);
    }

    [Test]
    public void An_argument_that_the_library_refuses_is_told_at_the_users_line()
    {
        var found = Fault.Of(Thrown(() => _ = new Belvedere.Sources.SourceFiles(null!), out var line), Call, evaluating: true);

        Assert.That(found.Descriptor.Code, Is.EqualTo("BLV0020"));
        IsHere(found, line);
    }

    [Test]
    public void A_failing_static_initialiser_is_told_at_its_own_line()
    {
        var found = Fault.Of(Thrown(() => _ = Broken.Value, out _), Call, evaluating: true);

        Assert.That(found.Message, Does.Contain("FormatException").And.Not.Contain("TypeInitializationException"));
        IsHere(found, noted);
    }

    [Test]
    public void Causes_follow_with_their_own_lines()
    {
        var found = Fault.Of(Thrown(Wrap, out _), Call, evaluating: true);

        Assert.That(found.Message, Does.Match(@"InvalidOperationException: outer, caused by FormatException: inner at FaultTests\.cs\(\d+\)"));
    }

    [Test]
    public void A_chain_of_causes_without_end_is_cut()
    {
        Exception deep = new FormatException("end");
        for (var depth = 0; depth < 1000; depth++)
            deep = new InvalidOperationException("step", deep);

        Assert.That(Fault.Of(deep, Call, evaluating: true).Message, Has.Length.LessThan(1000));
    }

    [Test]
    public void An_exception_without_a_line_of_the_users_is_told_where_the_host_is_called()
    {
        var found = Fault.Of(new InvalidOperationException("never thrown"), Call, evaluating: true);

        Assert.That((found.Location.File, found.Location.Line), Is.EqualTo(("Program.cs", 3)));
    }

    [Test]
    public void What_the_compiler_calls_later_is_still_the_users()
    {
        var found = Fault.Of(Thrown(() => throw new InvalidOperationException("in an override"), out var line), Call, evaluating: false);

        Assert.That(found.Descriptor.Code, Is.EqualTo("BLV0020"));
        IsHere(found, line);
    }

    [Test]
    public void Of_several_failures_at_once_the_first_is_told()
    {
        var first = Thrown(() => throw new FormatException("first"), out var line);

        var found = Fault.Of(new AggregateException(first, new InvalidOperationException("second")), Call, evaluating: false);

        Assert.That(found.Message, Does.Contain("FormatException: first"));
        IsHere(found, line);
    }

    [Test]
    public void A_failure_without_a_frame_of_the_users_is_the_compilers()
    {
        var found = Fault.Of(new InvalidOperationException("impossible"), Call, evaluating: false);

        Assert.That(found.Descriptor.Code, Is.EqualTo("BLV9001"));
        Assert.That(found.Message, Does.Contain("InvalidOperationException: impossible"));
    }

    static void Wrap()
    {
        try
        {
            throw new FormatException("inner");
        }
        catch (FormatException inner)
        {
            throw new InvalidOperationException("outer", inner);
        }
    }

    // The action is written on the caller's line.
    static Exception Thrown(Action action, out int here, [CallerLineNumber] int line = 0)
    {
        here = line;
        try
        {
            action();
        }
        catch (Exception exception)
        {
            return exception;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    static void IsHere(Diagnostic found, int line)
    {
        Assert.That(Path.GetFileName(found.Location.File), Is.EqualTo("FaultTests.cs"));
        Assert.That(found.Location.Line, Is.EqualTo(line));
    }

    static string Noted(string text, [CallerLineNumber] int line = 0)
    {
        noted = line;
        return text;
    }

    static class Broken
    {
        public static readonly int Value = int.Parse(Noted("seven"), System.Globalization.CultureInfo.InvariantCulture);
    }
}
