using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class UniqueObjectsTests
{
    static readonly Repository Good = Judged.Of(
    [
        .. Judged.Unit("hub/a", "{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: hub}}"),
        .. Judged.Unit("hub/b", "{apiVersion: v1, kind: ConfigMap, metadata: {name: two, namespace: hub}}"),
    ]);

    [Test]
    public void Objects_of_other_names_are_two() => Assert.That(Good.By<UniqueObjects>(), Is.Empty);

    [Test]
    public void Object_that_two_applications_bring_is_found() =>
        Assert.That(Good.With("name: two", "name: one").By<UniqueObjects>(), Has.One.Contains("hub/a and hub/b bring it 2 times"));
}
