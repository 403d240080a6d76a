using BenchmarkDotNet.Running;
using Belvedere.Benchmarks;

if (args is ["promql-inputs", var folder])
    PromQLInputs.Write(folder);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
