namespace Belvedere.Hosting;

/// <summary>
/// One line on the screen of someone who waits: the phase and the seconds. It appears after the first second only, so that a
/// usual run shows nothing.
/// </summary>
sealed class Progress : IDisposable
{
    static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    readonly TextWriter screen;
    readonly Timer timer;
    string phase = "";
    int seconds, shown;

    public Progress(TextWriter screen)
    {
        this.screen = screen;
        timer = new Timer(_ => Show(), state: null, Period, Period);
    }

    /// <summary>A phase begins.</summary>
    public void Enter(string name) => phase = name;

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        lock (timer)
        {
            Rewrite("");
            seconds = -1;
        }
    }

    /// <summary>Shows the phase and one second more.</summary>
    internal void Show()
    {
        lock (timer)
        {
            // The timer's last call may come after the end.
            if (seconds >= 0)
                Rewrite(FormattableString.Invariant($"{phase} … {++seconds} s"));
        }
    }

    void Rewrite(string text)
    {
        if (shown == 0 && text.Length == 0)
            return;
        screen.Write('\r' + text.PadRight(shown) + (text.Length == 0 ? "\r" : ""));
        shown = text.Length;
    }
}
