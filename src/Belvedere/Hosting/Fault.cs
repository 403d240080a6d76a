using System.Diagnostics;
using System.Reflection;
using System.Text;
using Belvedere.Diagnostics;
using Diagnostic = Belvedere.Diagnostics.Diagnostic;

namespace Belvedere.Hosting;

/// <summary>Turns an exception into a finding at the line of the user's code that it came from.</summary>
static class Fault
{
    // Deeper chains of causes say nothing more, and a hostile one has no end.
    const int MostCauses = 5;

    static readonly Assembly Own = typeof(Fault).Assembly;

    /// <summary>
    /// The finding for what was thrown while code of the user may have run: it is the user's when one of its frames is between the
    /// throw and the host, and of the compiler when none is.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="call">Where the user's program calls the host: the place when no better one is known.</param>
    /// <param name="evaluating">Whether the fleet's lambda was running, so that whatever threw was called by it.</param>
    public static Diagnostic Of(Exception exception, SourceLocation call, bool evaluating)
    {
        var thrown = Unwrap(exception);
        var frames = new StackTrace(thrown, fNeedFileInfo: true).GetFrames();
        return evaluating || Array.Exists(frames, IsUsers)
            ? HostDiagnostics.Threw(PlaceOf(frames, call), Describe(thrown))
            : InTheCompiler(thrown, call);
    }

    /// <summary>The finding when no code of the user can have run.</summary>
    public static Diagnostic InTheCompiler(Exception exception, SourceLocation call)
    {
        var thrown = Unwrap(exception);
        var frames = new StackTrace(thrown, fNeedFileInfo: false).GetFrames();
        var method = Array.Find(frames, IsOurs)?.GetMethod();
        var place = method is null ? "" : $" in {method.DeclaringType?.Name}.{method.Name}";
        return HostDiagnostics.Failed(call, Describe(thrown) + place);
    }

    // These say only that something was thrown elsewhere.
    static Exception Unwrap(Exception exception)
    {
        for (var depth = 0; depth < MostCauses; depth++)
        {
            if (exception is not (TypeInitializationException or TargetInvocationException or AggregateException) || exception.InnerException is not { } inner)
                break;
            exception = inner;
        }

        return exception;
    }

    static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        Append(text, exception);
        var cause = exception.InnerException;
        for (var depth = 0; cause is not null && depth < MostCauses; depth++, cause = cause.InnerException)
        {
            text.Append(", caused by ");
            Append(text, cause);
            if (Array.Find(new StackTrace(cause, fNeedFileInfo: true).GetFrames(), IsUsers) is { } frame && frame.GetFileName() is { } file)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $" at {Path.GetFileName(file)}({frame.GetFileLineNumber()})");
        }

        return text.ToString();
    }

    static void Append(StringBuilder text, Exception exception) =>
        text.Append(exception.GetType().Name).Append(": ").Append(exception.Message.TrimEnd('.', ' ', '\n', '\r'));

    static SourceLocation PlaceOf(StackFrame[] frames, SourceLocation call) =>
        Array.Find(frames, IsUsers) is { } frame
            ? new SourceLocation(frame.GetFileName()!, frame.GetFileLineNumber(), frame.GetFileColumnNumber())
            : call;

    // The framework ships without symbols; our own assemblies have theirs where the project is built from source.
    static bool IsUsers(StackFrame frame) => !IsOurs(frame) && frame.GetFileName() is { Length: > 0 };

    static bool IsOurs(StackFrame frame) => frame.GetMethod()?.Module.Assembly is { } assembly
        && (assembly == Own || assembly.GetName().Name is "Belvedere.Documents" or "Belvedere.Kubernetes" or "Belvedere.KubernetesClient" or "Belvedere.PromQL");
}
