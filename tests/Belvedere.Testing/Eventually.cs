namespace Belvedere.Testing;

/// <summary>Asks another process until it is where it should be. The number of attempts is bounded; no result depends on how long one takes.</summary>
public static class Eventually
{
    const int Attempts = 600;

    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until there is no problem left; with the last attempt's, the test fails.</summary>
    /// <param name="problem">What is not yet so; null when all is.</param>
    public static async Task NoProblem(Func<Task<string?>> problem)
    {
        using var timer = new PeriodicTimer(Pace);
        string? last = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            last = await problem();
            if (last is null)
                return;
            await timer.WaitForNextTickAsync();
        }

        Assert.Fail($"After {Attempts} attempts: {last}");
    }
}
