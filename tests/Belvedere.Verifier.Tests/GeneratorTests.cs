using System.Collections;
using System.Reflection;
using Belvedere.Verifier.Tests.Generation;

namespace Belvedere.Verifier.Tests;

/// <summary>Random topologies say everything that a topology can say: no option of the model is never tried.</summary>
public class GeneratorTests
{
    [Test]
    public void Every_property_of_the_model_is_set_by_some_topology()
    {
        var seen = new Dictionary<string, HashSet<string>>();
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var number in Enumerable.Range(1, 400))
            Visit(RandomTopology.Of(number), seen, visited);

        var never = seen.Where(property => property.Value.All(value => value is "" or "[]")).Select(property => property.Key).Order(StringComparer.Ordinal);
        Assert.That(never, Is.Empty);
    }

    [Test]
    public void Every_type_of_the_model_is_in_some_topology()
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var number in Enumerable.Range(1, 400))
            Visit(RandomTopology.Of(number), [], visited);

        var types = visited.Select(made => made.GetType()).ToHashSet();
        var missing = typeof(MonitoringTopology).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "Belvedere", IsAbstract: false } && type.GetMethod("<Clone>$") is not null && !type.Name.EndsWith("Options", StringComparison.Ordinal) && !type.Name.EndsWith("Result", StringComparison.Ordinal))
            .Except(types)
            .Select(type => type.Name);
        Assert.That(missing, Is.Empty);
    }

    static void Visit(object made, Dictionary<string, HashSet<string>> seen, HashSet<object> visited)
    {
        if (!visited.Add(made))
            return;
        // Clusters of an inventory are known to the compiler alone.
        var listed = made is Clusters ? typeof(Clusters).GetProperty("Written", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(made) : made;
        if (listed is IEnumerable items and not string)
        {
            foreach (var item in items)
                if (item is not null && !item.GetType().IsValueType)
                    Visit(item, seen, visited);
            return;
        }

        if (made.GetType().Namespace is not "Belvedere")
            return;
        foreach (var property in made.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters() is [] && property.DeclaringType!.Namespace is "Belvedere"))
        {
            var value = property.GetValue(made);
            if (property.SetMethod is { IsPublic: true })
            {
                var name = $"{property.DeclaringType!.Name}.{property.Name}";
                if (!seen.TryGetValue(name, out var values))
                    seen[name] = values = [];
                values.Add(value switch { null => "", ICollection { Count: 0 } => "[]", ICollection list => $"[{list.Count}]", _ => value.ToString() ?? "" });
            }

            if (value is not (null or string) && !value.GetType().IsValueType)
                Visit(value, seen, visited);
        }
    }
}
