using Belvedere.Documents;

namespace Belvedere.Binding;

/// <summary>Kubernetes' lists in files.</summary>
static class ObjectList
{
    /// <summary>The items of a <c>List</c> or <c>…List</c>, or the document itself.</summary>
    public static IEnumerable<Node> Unwrap(Node document) =>
        document is MapNode map && map["kind"] is ScalarNode { Text: var kind } && kind.EndsWith("List", StringComparison.Ordinal) && map["items"] is ListNode items
            ? items
            : [document];
}
