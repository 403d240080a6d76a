using System.Reflection;
using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere.Tests.Architecture;

/// <summary>
/// What a user writes captures its line. Each rule keeps away a trap that compiles without a word: a string that is taken for
/// the file, two constructors that are ambiguous, a conversion that captures the library's own line.
/// </summary>
public class ElementTests
{
    static readonly IReadOnlyList<Type> Types = typeof(Element).Assembly.GetTypes();

    static IEnumerable<TestCaseData> Elements() => Types
        .Where(type => type.IsSubclassOf(typeof(Element)) && !type.IsAbstract)
        .Select(type => new TestCaseData(type).SetName($"{type.Name}_captures_its_line"));

    [TestCaseSource(nameof(Elements))]
    public void Captures(Type element)
    {
        var constructors = element.GetConstructors();
        // One that only factories or readers make takes its place from them.
        if (element.IsNotPublic || constructors.Length == 0)
            return;

        foreach (var constructor in constructors)
            Assert.That(
                constructor.GetParameters().TakeLast(2).Select(Describe),
                Is.EqualTo([$"[{nameof(CallerLineNumberAttribute)}] Int32 line = 0", $"[{nameof(CallerFilePathAttribute)}] String file = "]));
    }

    [Test]
    public void Factory_of_an_element_captures_its_line()
    {
        var factories = Types
            .Where(type => type.IsVisible)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && method.ReturnType.IsAssignableTo(typeof(Element)));

        Assert.That(factories.Where(factory => factory.GetParameters().TakeLast(2).Select(Describe).FirstOrDefault() is not $"[{nameof(CallerLineNumberAttribute)}] Int32 line = 0")
            .Select(factory => $"{factory.DeclaringType!.Name}.{factory.Name}"), Is.Empty);
    }

    [Test]
    public void Nothing_with_a_place_is_converted_to_implicitly()
    {
        var conversions = Types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.Name == "op_Implicit" && HasPlace(method.ReturnType));

        Assert.That(conversions.Select(method => $"{method.DeclaringType!.Name} to {method.ReturnType.Name}"), Is.Empty);
    }

    [Test]
    public void Choice_of_an_element_has_no_zero_so_that_zero_is_not_said()
    {
        var choices = Types
            .Where(type => type.IsVisible && type.IsAssignableTo(typeof(Element)))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.CanWrite && property.PropertyType.IsEnum && Enum.GetValuesAsUnderlyingType(property.PropertyType).Cast<int>().Contains(0));

        Assert.That(choices.Select(property => $"{property.DeclaringType!.Name}.{property.Name}"), Is.Empty);
    }

    static bool HasPlace(Type type) => type.GetProperties().Any(property => property.PropertyType == typeof(SourceLocation));

    static string Describe(ParameterInfo parameter)
    {
        var caller = parameter.GetCustomAttributes().FirstOrDefault(attribute => attribute.GetType().Name.StartsWith("Caller", StringComparison.Ordinal));
        return $"[{caller?.GetType().Name}] {parameter.ParameterType.Name} {parameter.Name} = {parameter.DefaultValue}";
    }
}
