using System.Diagnostics;

namespace Belvedere.Testing;

/// <summary>A server that runs while a test does and ends with it. Both of its streams are read, so that it never waits for us.</summary>
public sealed class Daemon : IDisposable
{
    const int Kept = 10;

    static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly Queue<string> said = new();
    readonly Process process;
    readonly string name;
    readonly TaskCompletionSource isReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly string readyText;

    Daemon(string name, string readyText, IEnumerable<string> arguments)
    {
        this.name = name;
        this.readyText = readyText;
        process = new Process { StartInfo = new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => isReady.TrySetException(new InvalidOperationException($"{name} ended."));
    }

    /// <summary>Starts a program of PATH and waits until it says that it is ready; the test is skipped where it is not installed.</summary>
    /// <param name="name">The program.</param>
    /// <param name="readyText">What a line of its log holds once it serves.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<Daemon> Start(string name, string readyText, params string[] arguments)
    {
        Tool.Require(name);
        var started = new Daemon(name, readyText, arguments);
        try
        {
            started.process.Start();
            started.process.BeginOutputReadLine();
            started.process.BeginErrorReadLine();
            await started.isReady.Task.WaitAsync(Bound);
            return started;
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            started.Dispose();
            Assert.Fail($"{name} did not serve: {exception.Message}\n{started.Said}");
            throw;
        }
    }

    /// <summary>A port of the loopback interface that nothing listens on.</summary>
    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The last lines of its log, for an assertion's message.</summary>
    public string Said
    {
        get
        {
            lock (gate)
                return $"{name} said last:\n" + string.Join("\n", said);
        }
    }

    /// <summary>Ends it at once, as a machine that loses power does, and by its own id.</summary>
    public void Kill()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    void Take(string? line)
    {
        if (line is null)
            return;

        lock (gate)
        {
            said.Enqueue(line);
            if (said.Count > Kept)
                said.Dequeue();
        }

        if (line.Contains(readyText, StringComparison.Ordinal))
            isReady.TrySetResult();
    }
}
