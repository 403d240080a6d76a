using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>Grafana, with a data source over everything that the hub holds and the topology's dashboards.</summary>
public sealed record GrafanaServer : HubComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public GrafanaServer([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Pods. Default 1; more than one need a <see cref="Database"/>, or each has users and dashboards of its own.</summary>
    public int? Replicas { get; init; }

    /// <summary>The Secret with the administrator's name and password (keys <c>admin-user</c>, <c>admin-password</c>). Default <c>grafana-admin</c>.</summary>
    public SecretReference? Administrator { get; init; }

    /// <summary>
    /// Where users, sessions and dashboards that people make are kept. Without one they are lost with the pod: then only the
    /// topology's dashboards last.
    /// </summary>
    public GrafanaDatabase? Database { get; init; }

    /// <summary>The host name that people reach it by; a Route on OpenShift, an Ingress on Kubernetes. None by default.</summary>
    public string? Host { get; init; }

    /// <summary>The Secret with the certificate of <see cref="Host"/> on Kubernetes (<c>tls.crt</c>, <c>tls.key</c>). Default <c>grafana-tls</c>.</summary>
    public SecretReference? Certificate { get; init; }

    /// <summary>
    /// Settings of <c>grafana.ini</c> as <c>section.key</c>, for example <c>auth.generic_oauth.enabled</c>. A setting that is
    /// secret goes into <see cref="SecretSettings"/>.
    /// </summary>
    public LabelSet Settings { get; init; } = LabelSet.Empty;

    /// <summary>Settings whose values Secrets hold, for example <c>auth.generic_oauth.client_secret</c>.</summary>
    public IReadOnlyList<SecretSetting> SecretSettings { get; init; } = [];

    /// <inheritdoc/>
    public override string Designation => "Grafana";
}

/// <summary>A setting of Grafana whose value a Secret holds.</summary>
/// <param name="Name">The setting as <c>section.key</c>.</param>
/// <param name="Secret">The Secret.</param>
/// <param name="Key">The key in it.</param>
public sealed record SecretSetting(string Name, SecretReference Secret, string Key);

/// <summary>The database of Grafana (<c>[database]</c>).</summary>
public sealed record GrafanaDatabase
{
    /// <summary>Names the database.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="host">Host and port, for example <c>postgres.example.com:5432</c>.</param>
    /// <param name="credentials">The Secret with the user's name and password (keys <c>username</c>, <c>password</c>).</param>
    public GrafanaDatabase(DatabaseType type, string host, SecretReference credentials) => (Type, Host, Credentials) = (type, host, credentials);

    /// <summary>What it is (<c>type</c>).</summary>
    public DatabaseType Type { get; init; }

    /// <summary>Host and port (<c>host</c>).</summary>
    public string Host { get; init; }

    /// <summary>The Secret with the user's name and password.</summary>
    public SecretReference Credentials { get; init; }

    /// <summary>The database's name (<c>name</c>). Default <c>grafana</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Whether and how the connection is encrypted (<c>ssl_mode</c>), in the database's own words. Default <c>require</c> for PostgreSQL, <c>true</c> for MySQL.</summary>
    public string? TlsMode { get; init; }
}

/// <summary>A database that Grafana can use.</summary>
public enum DatabaseType
{
    /// <summary>PostgreSQL.</summary>
    Postgres = 1,

    /// <summary>MySQL and MariaDB.</summary>
    MySql,
}
