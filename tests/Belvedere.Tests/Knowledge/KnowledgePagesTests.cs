using Belvedere.Testing;

namespace Belvedere.Tests.Knowledge;

public sealed class KnowledgePagesTests
{
    [Test]
    public void Pages_are_written_from_the_tables() => Baseline.Matches(Checkout.Path("docs", "knowledge"), KnowledgePages.Render());
}
