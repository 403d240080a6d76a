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
    /// The finding: of the user's code when its frame is nearer to the throw than any of the compiler's phases, of the compiler
    /// when it is not.
    /// </summary>
    public static Diagnostic Of(Exception exception, SourceLocation call)
    {
        var thrown = Unwrap(exception);
        var frames = new StackTrace(thrown, fNeedFileInfo: true).GetFrames();
        var phase = Array.FindIndex(frames, frame => frame.GetMethod()?.DeclaringType == typeof(Compiler));
        var user = Array.FindIndex(frames, IsUsers);

        // While the user's lambda runs, whatever throws was called by it; later, only what is above the first of our own frames.
        return phase < 0 || (user >= 0 && user < Array.FindIndex(frames, IsOurs))
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
            if (exception is not (TypeInitializationException or TargetInvocationException or AggregateException { InnerExceptions.Count: 1 }) || exception.InnerException is not { } inner)
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
        Array.Find(frames, frame => IsUsers(frame) && frame.GetFileName() is not null) is { } frame
            ? new SourceLocation(frame.GetFileName()!, frame.GetFileLineNumber(), frame.GetFileColumnNumber())
            : call;

    // The framework ships without symbols; our own assemblies have theirs where the project is built from source.
    static bool IsUsers(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly is { } assembly && assembly != Own && !IsOurName(assembly) && HasFile(frame);

    static bool IsOurs(StackFrame frame) => frame.GetMethod()?.Module.Assembly is { } assembly && (assembly == Own || IsOurName(assembly));

    static bool IsOurName(Assembly assembly) =>
        assembly.GetName().Name is { } name && name is "Belvedere.Documents" or "Belvedere.Kubernetes" or "Belvedere.PromQL";

    static bool HasFile(StackFrame frame) => frame.GetFileName() is { Length: > 0 };
}
