using Belvedere.Cli;

return CommandLine.Run(args, Terminal.OfProcess());
