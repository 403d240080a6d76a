using Belvedere.Binding;

namespace Belvedere.Lowering.Hub;

/// <summary>Secrets of the hub that the External Secrets operator makes: each once, whoever uses it.</summary>
static class ExternalSecretLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub) =>
        from secret in Secrets(hub).OfType<SecretReference>().Where(secret => secret.Store is not null).DistinctBy(secret => secret.Name)
        select new Manifest(ExternalSecrets.Of(topology.Name, hub.Namespace, secret.Name, secret.Store!), HubTarget.Observability, Origin.Of(hub.Authored));

    /// <summary>Every Secret that something on the hub uses.</summary>
    public static IEnumerable<SecretReference?> Secrets(BoundHub hub) =>
    [
        .. OfStorage(hub.Storage),
        hub.Receive?.Certificate.Secret,
        (hub.Receive?.ClientAuthority as BoundAuthoritySecret)?.Key.Secret,
        hub.Alertmanager?.Exposure?.Certificate.Secret,
        hub.Alertmanager?.Exposure?.ClientAuthority.Secret,
        hub.Alertmanager?.Authored.DeadMansSwitch?.Url,
        hub.Querier?.Exposure?.Certificate.Secret,
        (hub.Querier?.Exposure?.ClientAuthority as BoundAuthoritySecret)?.Key.Secret,
        hub.GlobalQuerier?.ClientCertificate.Secret,
        hub.GlobalQuerier?.ServerAuthority.Secret,
        .. hub.Alertmanager is { } alertmanager ? AlertRouting.ReceiversOf(alertmanager.Authored).SelectMany(receiver => receiver.Notifications).Select(OfNotification) : [],
        hub.Grafana?.Administrator,
        hub.Grafana?.Authored.Database?.Credentials,
        .. hub.Grafana?.Authored.SecretSettings.Select(setting => setting.Secret) ?? [],
        hub.Grafana?.Authored.Host is null || hub.IsOpenShift ? null : hub.Grafana.Certificate,
    ];

    static IEnumerable<SecretReference?> OfStorage(ObjectStorage? storage) => storage is null ? [] :
    [
        storage.Identities?.Writer?.Credentials,
        storage.Identities?.Compactor?.Credentials,
        storage.Identities?.Reader?.Credentials,
        StorageSecrets.HttpOf(storage)?.Authority?.Secret,
        StorageSecrets.HttpOf(storage)?.ClientCertificate,
        .. storage switch
        {
            S3ObjectStorage s3 => [s3.Credentials, (s3.Encryption as CustomerKeyEncryption)?.Key.Secret],
            GcsObjectStorage gcs => [gcs.Credentials?.Secret],
            AzureObjectStorage azure => [azure.AccountKey?.Secret],
            _ => Enumerable.Empty<SecretReference?>(),
        },
    ];

    static SecretReference? OfNotification(Notification notification) => notification switch
    {
        WebhookNotification webhook => webhook.Url.Secret,
        PagerDutyNotification duty => duty.RoutingKey.Secret,
        SlackNotification slack => slack.Url.Secret,
        EmailNotification email => email.Password?.Secret,
        OpsgenieNotification opsgenie => opsgenie.ApiKey.Secret,
        TeamsNotification teams => teams.Url.Secret,
        _ => null,
    };
}
