using System.Runtime.CompilerServices;

namespace Belvedere.PromQL;

/// <summary>Tells nodes apart by identity: equal subtrees stand at different places.</summary>
sealed class ByReference : IEqualityComparer<Expression>
{
    public static readonly ByReference Instance = new();

    public bool Equals(Expression? x, Expression? y) => ReferenceEquals(x, y);

    public int GetHashCode(Expression obj) => RuntimeHelpers.GetHashCode(obj);
}
