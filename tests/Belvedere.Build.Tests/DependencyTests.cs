namespace Belvedere.Build.Tests;

public sealed class DependencyTests
{
    [Test]
    public void The_task_needs_nothing_that_MSBuild_does_not_bring()
    {
        // A second copy of a library beside MSBuild's own is how tasks break builds.
        var needed = typeof(RunGenerator).Assembly.GetReferencedAssemblies().Select(name => name.Name);

        Assert.That(needed, Is.SubsetOf(new[] { "netstandard", "Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core" }));
    }
}
