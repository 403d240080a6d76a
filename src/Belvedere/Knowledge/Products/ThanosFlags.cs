using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>The flags of Thanos by component and release.</summary>
static class ThanosFlags
{
    const string Negation = "--no-";

    static Dictionary<string, ThanosFlag[]>? flags;

    /// <summary>Every row of the table of flags, by component and flag.</summary>
    public static IReadOnlyDictionary<string, ThanosFlag[]> All => flags ??= Table.ReadGroups(
        "thanos-flags",
        row => new ThanosFlag(
            row["component"],
            row["flag"],
            row["type"],
            row.Optional("default"),
            row["traits"].Contains("repeated", StringComparison.Ordinal),
            row["traits"].Contains("hidden", StringComparison.Ordinal),
            row["traits"].Contains("experimental", StringComparison.Ordinal),
            row.Range,
            row.OptionalVersion("deprecated"),
            row.Optional("successor"),
            row["source"]),
        row => Key(row.Component, row.Name));

    /// <summary>
    /// A flag of a component, for example <c>("receive", "--receive.replication-protocol")</c>. The components are
    /// <c>receive</c>, <c>store</c>, <c>query</c>, <c>query-frontend</c>, <c>compact</c>, <c>rule</c>, <c>sidecar</c>,
    /// <c>tools bucket web</c> and <c>tools rules-check</c>. A switch is also found by its negation.
    /// </summary>
    public static ThanosFlagHistory Of(string component, string flag)
    {
        if (All.TryGetValue(Key(component, flag), out var forms))
            return new ThanosFlagHistory(forms);
        var isSwitch = flag.StartsWith(Negation, StringComparison.Ordinal)
            && All.TryGetValue(Key(component, "--" + flag[Negation.Length..]), out forms)
            && forms[0].Type == "switch";
        return new ThanosFlagHistory(isSwitch ? forms! : []);
    }

    static string Key(string component, string flag) => component + " " + flag;
}

/// <summary>A flag of Thanos in the form that some releases have.</summary>
/// <param name="Component">The command.</param>
/// <param name="Name">The flag with its hyphens.</param>
/// <param name="Type">What it takes: a word, or <c>enum:</c> and the values.</param>
/// <param name="Default">What stands where it is not given; null: nothing.</param>
/// <param name="IsRepeated">Whether it may be given several times.</param>
/// <param name="IsHidden">Whether the help leaves it out: it may go without notice.</param>
/// <param name="IsExperimental">Whether the help calls it experimental.</param>
/// <param name="Releases">The releases that have it in this form.</param>
/// <param name="Deprecated">The first release that advises against it; null: none.</param>
/// <param name="Successor">The flag to use instead; null: none.</param>
/// <param name="Source">Where that was read.</param>
sealed record ThanosFlag(
    string Component,
    string Name,
    string Type,
    string? Default,
    bool IsRepeated,
    bool IsHidden,
    bool IsExperimental,
    VersionRange Releases,
    SemanticVersion? Deprecated,
    string? Successor,
    string Source)
{
    /// <summary>The values that it takes; empty unless it is an enumeration.</summary>
    public IReadOnlyList<string> Values => Type.StartsWith("enum:", StringComparison.Ordinal) ? Type[5..].Split(',') : [];
}

/// <summary>Whether a release has a flag.</summary>
enum FlagState
{
    /// <summary>No release that the tables know has it.</summary>
    Unknown,

    /// <summary>Only newer releases have it.</summary>
    NotYet,

    /// <summary>The release has it.</summary>
    Available,

    /// <summary>The release has it and advises against it.</summary>
    Deprecated,

    /// <summary>Only older releases have it: the process does not start with it.</summary>
    Removed,
}

/// <summary>A flag as one release has it.</summary>
/// <param name="State">Whether the release has it.</param>
/// <param name="Form">The form that counts: the release's own, or the nearest one; null when unknown.</param>
readonly record struct ThanosFlagStatus(FlagState State, ThanosFlag? Form)
{
    /// <summary>Whether it may be given: it is there, advised against or not.</summary>
    public bool IsAccepted => State is FlagState.Available or FlagState.Deprecated;
}

/// <summary>A flag over the releases.</summary>
/// <param name="Forms">Its forms, oldest first; empty when the tables do not know it.</param>
readonly record struct ThanosFlagHistory(IReadOnlyList<ThanosFlag> Forms)
{
    /// <summary>The flag in one release. Releases that the tables do not know count as the nearest that they know.</summary>
    public ThanosFlagStatus In(SemanticVersion version)
    {
        if (Forms.Count == 0)
            return new ThanosFlagStatus(FlagState.Unknown, null);

        var oldest = Coverage.Of("thanos").Oldest;
        var asked = version.Release < oldest ? oldest : version.Release;
        foreach (var form in Forms)
        {
            if (form.Releases.Precedes(asked))
                return new ThanosFlagStatus(FlagState.NotYet, form);
            if (form.Releases.Contains(asked))
                return new ThanosFlagStatus(form.Deprecated <= asked ? FlagState.Deprecated : FlagState.Available, form);
        }

        return new ThanosFlagStatus(FlagState.Removed, Forms[^1]);
    }
}
