using Belvedere.Kubernetes;

namespace Belvedere.Tests.Architecture;

public class NameTests
{
    [Test]
    public void A_name_of_the_model_is_no_name_of_a_Kubernetes_record()
    {
        // A config project uses both namespaces, and an ambiguous name would stop it from compiling.
        var model = PublicNames(typeof(MonitoringTopology), "Belvedere");
        var records = PublicNames(typeof(KubernetesObject), "Belvedere.Kubernetes");

        Assert.That(model.Intersect(records), Is.Empty, "give the record another name, or its group a namespace, in tools/Distill");
    }

    [Test]
    public void A_type_is_not_named_like_a_namespace()
    {
        var types = typeof(MonitoringTopology).Assembly.GetTypes();
        var namespaces = types.Select(type => type.Namespace).OfType<string>().ToHashSet();

        Assert.That(types.Where(type => type.IsPublic && namespaces.Contains(type.FullName!)).Select(type => type.FullName), Is.Empty);
    }

    static IEnumerable<string> PublicNames(Type one, string space) =>
        one.Assembly.GetExportedTypes().Where(type => type.Namespace == space).Select(type => type.Name);
}
