using System.Reflection;
using Belvedere.Diagnostics;

namespace Belvedere.Tests.Architecture;

/// <summary>Some value of any type that findings are made of.</summary>
static class Sample
{
    /// <summary>A value for a parameter. One that is named message is a whole message.</summary>
    public static object? Of(ParameterInfo parameter) => parameter.Name == "message" ? "A sample." : Of(parameter.ParameterType);

    static object? Of(Type type) => type switch
    {
        _ when type == typeof(string) => "sample",
        _ when type == typeof(Element) => new Suppression("BLV1000", "A sample."),
        _ when type == typeof(Exception) => new IOException("The sample failed."),
        _ when Nullable.GetUnderlyingType(type) is { } value => Of(value),
        { IsEnum: true } => Enum.GetValues(type).GetValue(0),
        { IsValueType: true } => Activator.CreateInstance(type),
        { IsArray: true } => Array.CreateInstance(type.GetElementType()!, 0),
        { IsInterface: true, IsGenericType: true } => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        { IsAbstract: true } => Of(type.Assembly.GetTypes().First(derived => derived.IsSubclassOf(type) && !derived.IsAbstract)),
        _ => Create(type),
    };

    static object Create(Type type)
    {
        // A record's copy constructor would ask for another sample of the same type.
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(candidate => candidate.GetParameters().All(parameter => parameter.ParameterType != type))
            .OrderByDescending(candidate => candidate.IsPublic)
            .ThenBy(candidate => candidate.GetParameters().Length)
            .First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Of)]);
    }
}
