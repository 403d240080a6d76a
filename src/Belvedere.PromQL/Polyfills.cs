#if !NET
// What the language and the library ask of the framework and netstandard2.0 does not have.

namespace System.Diagnostics.CodeAnalysis
{
    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property)]
    sealed class StringSyntaxAttribute(string syntax) : Attribute
    {
        public string Syntax { get; } = syntax;
    }
}

namespace System.Runtime.CompilerServices
{
    static class IsExternalInit;
}
#endif
