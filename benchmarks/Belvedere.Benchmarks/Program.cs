using BenchmarkDotNet.Running;
using Belvedere.Benchmarks;

switch (args)
{
    case ["promql-inputs", var folder]:
        PromQLInputs.Write(folder);
        break;
    case ["cold-write"]:
        ColdWrite.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
