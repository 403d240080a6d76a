namespace Belvedere.Binding;

/// <summary>How the repository is delivered, with defaults.</summary>
static class DeliveryBinding
{
    public static BoundArgoCd? Bind(IReadOnlyList<Delivery> deliveries, BindingContext context)
    {
        foreach (var second in deliveries.Skip(1))
            context.Found.Add(BindingDiagnostics.TwoDeliveries(second, deliveries[0]));

        return deliveries.OfType<ArgoCd>().FirstOrDefault() is { } argoCd
            ? new BoundArgoCd
            {
                Authored = argoCd,
                Namespace = argoCd.Namespace ?? context.Defaults.ArgoCdNamespace,
                Revision = argoCd.Revision ?? context.Defaults.Revision,
                Folder = (argoCd.Path ?? "").Trim('/'),
            }
            : null;
    }
}
