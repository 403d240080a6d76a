using Belvedere.Knowledge.Products;

namespace Belvedere.Lowering.Workloads;

/// <summary>A command of a release of Thanos.</summary>
/// <param name="Command">For example <c>receive</c>.</param>
/// <param name="Version">The release.</param>
sealed record ThanosProgram(string Command, SemanticVersion Version)
{
    /// <summary>A flag as this release has it.</summary>
    public ThanosFlagStatus Status(string flag) => ThanosFlags.Of(Command, flag).In(Version);

    /// <summary>Whether this release takes an argument.</summary>
    public bool Takes(Argument argument) => Status(argument.Flag).IsAccepted;
}
