using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A second copy goes to another hub than the first.</summary>
sealed class SecondHubCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1112", "A cluster writes twice to one hub", DiagnosticSeverity.Error)
    {
        Sources = ["remote_write url"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shape in subject.Shapes
        where shape.Writes is { Home: { } home, Second: { } second } && ReferenceEquals(home, second)
        let at = EffectiveProfile.WriterOf(subject, shape)
        select Descriptor.On(
            at,
            $"{at.Designation} writes to {shape.Writes.Second!.Authored.Designation} and has it for a second hub too, so every sample is sent there twice and nothing is safer. Name another hub, or leave SecondHub out.",
            nameof(Profile.SecondHub));
}
