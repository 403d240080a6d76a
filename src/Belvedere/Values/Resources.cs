namespace Belvedere;

/// <summary>What a container asks for and may use at most. What is null is not emitted.</summary>
public sealed record Resources
{
    /// <summary>Processor time that is set aside (<c>requests.cpu</c>).</summary>
    public CpuAmount? Cpu { get; init; }

    /// <summary>Memory that is set aside (<c>requests.memory</c>).</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>The most processor time (<c>limits.cpu</c>); most workloads do better without.</summary>
    public CpuAmount? CpuLimit { get; init; }

    /// <summary>The most memory (<c>limits.memory</c>); past it the container is ended.</summary>
    public ByteSize? MemoryLimit { get; init; }
}
