using Belvedere.Hosting;

namespace Belvedere.Tests.Hosting;

public sealed class ProgressTests
{
    [Test]
    public void The_phase_is_shown_on_one_line_that_goes_away()
    {
        using var screen = new StringWriter();
        using (var progress = new Progress(screen))
        {
            progress.Enter("Lowering");
            progress.Show();
            Assert.That(screen.ToString(), Does.StartWith("\rLowering … "));
        }

        Assert.That(screen.ToString(), Does.EndWith("\r").And.Not.Contain("\n"));
    }

    [Test]
    public void After_the_end_nothing_is_shown()
    {
        using var screen = new StringWriter();
        var progress = new Progress(screen);
        progress.Enter("Lowering");
        progress.Dispose();

        progress.Show();

        Assert.That(screen.ToString(), Does.Not.Contain("Lowering"));
    }
}
