using Belvedere;

return Fleet.Run(args, () => new MonitoringTopology("first-steps"));
