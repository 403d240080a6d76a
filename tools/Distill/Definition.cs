using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>An object or an enumeration that becomes a named definition. Where its content stands more than once, it is one.</summary>
sealed class Definition(string domain, string id, MapNode schema)
{
    readonly List<Place> places = [];

    public string Domain { get; } = domain;

    /// <summary>What references to it say until it has a name.</summary>
    public string Id { get; } = id;

    public MapNode Schema { get; } = schema;

    public IReadOnlyList<Place> Places => places;

    /// <summary>The group whose file holds it: the group of its first place.</summary>
    public Source Owner => places[0].Source;

    public string? Name { get; set; }

    public void StandsAt(Place place) => places.Add(place);
}

/// <summary>
/// Where a definition stands: a kind and the path to a field, for example <c>Prometheus</c> and
/// <c>spec.remoteWrite[].tlsConfig</c>.
/// </summary>
sealed record Place(Source Source, string Kind, string Path)
{
    public string Full => $"{Kind}.{Path}";

    public int Depth => Path.Count(letter => letter is '.');

    /// <summary>The last field's name.</summary>
    public string Field => Path[(Path.LastIndexOf('.') + 1)..].TrimEnd('[', ']', '{', '}');

    /// <summary>Whether the field holds several: a list or a map.</summary>
    public bool IsMany => Path[^1] is ']' or '}';

    /// <summary>The place of the object that has the field; null at the top.</summary>
    public string? Parent => Path.LastIndexOf('.') is > 0 and var at ? $"{Kind}.{Path[..at]}" : null;
}
