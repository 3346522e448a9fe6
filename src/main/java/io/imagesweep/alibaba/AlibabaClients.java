package io.imagesweep.alibaba;

import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Accounts;
import io.imagesweep.candidate.SessionName;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.quota.Paces;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The SDK's clients, one per account and region, each made when it is first asked for. Thread-safe. */
@Component
final class AlibabaClients implements AutoCloseable {

    private static final String ECS_VERSION = "2014-05-26";
    private static final String ESS_VERSION = "2014-08-28";
    private static final String STS_VERSION = "2015-04-01";
    private static final String STS_HOST = "sts.aliyuncs.com";
    private static final String STS = "sts";

    private final AlibabaSettings settings;
    private final Accounts accounts;
    private final SessionName session;
    private final Paces paces;
    private final InstantSource clock;
    private final Connections connections;
    private final Connections stsConnections = Connections.toSts();
    private final Patience patience;
    private final Keys plain;
    private final Map<String, Keys> keys = new ConcurrentHashMap<>();
    private final Map<AccountRegion, Api> ecs = new ConcurrentHashMap<>();
    private final Map<AccountRegion, Api> ess = new ConcurrentHashMap<>();

    @Autowired
    AlibabaClients(
            AlibabaSettings settings,
            DeletionSettings deletionSettings,
            Accounts accounts,
            SessionName session,
            Paces paces,
            InstantSource clock) {
        this(
                settings,
                accounts,
                session,
                paces,
                Patience.of(deletionSettings),
                new Connections(deletionSettings.maxInFlight()),
                clock);
    }

    AlibabaClients(
            AlibabaSettings settings,
            Accounts accounts,
            SessionName session,
            Paces paces,
            Patience patience,
            Connections connections,
            InstantSource clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.session = session;
        this.paces = paces;
        this.patience = patience;
        this.connections = connections;
        this.clock = clock;
        this.plain = settings.hasKey() ? new ConfiguredKeys(settings) : new PlainKeys();
    }

    /** The ECS API of an account and region. */
    Api ecs(AccountRegion where) {
        return ecs.computeIfAbsent(where, this::makeEcs);
    }

    /** The API of Auto Scaling of an account and region. */
    Api ess(AccountRegion where) {
        return ess.computeIfAbsent(where, this::makeEss);
    }

    @Override
    public void close() {
        connections.close();
        stsConnections.close();
    }

    private Api makeEcs(AccountRegion where) {
        Keys account = keys(where.accountId());
        Config configuration = configuration(connections, account, null).setRegionId(where.regionId());
        try {
            Client client = new com.aliyun.ecs20140526.Client(configuration);
            connections.prepare(host(client));
            return new Api(client, ECS_VERSION, account, clock);
        } catch (Exception e) {
            throw new IllegalStateException("no client for " + where, e);
        }
    }

    private Api makeEss(AccountRegion where) {
        Keys account = keys(where.accountId());
        String host = "ess.%s.aliyuncs.com".formatted(where.regionId());
        try {
            Client client = new Client(configuration(connections, account, host).setRegionId(where.regionId()));
            connections.prepare(host(client));
            return new Api(client, ESS_VERSION, account, clock);
        } catch (Exception e) {
            throw new IllegalStateException("no client of ESS for " + where, e);
        }
    }

    /** The credentials of an account, which its services share. */
    Keys keys(String accountId) {
        return keys.computeIfAbsent(accountId, this::makeKeys);
    }

    private Keys makeKeys(String accountId) {
        String role = accounts.account(accountId).roleArn();
        return role == null ? plain : assumed(accountId, role);
    }

    private Keys assumed(String accountId, String role) {
        try {
            Client client = new Client(configuration(stsConnections, plain, STS_HOST));
            stsConnections.prepare(host(client));
            var pace = paces.of(new AccountRegion(accountId, STS), "AssumeRole");
            return new AssumedRole(
                    role,
                    session,
                    new Api(client, STS_VERSION, plain, clock),
                    pace,
                    patience.withoutRepetition(),
                    clock);
        } catch (Exception e) {
            throw new IllegalStateException("no client for STS", e);
        }
    }

    private Config configuration(Connections limits, Keys account, @Nullable String host) {
        Config configuration = limits.configuration()
                .setCredential(new com.aliyun.credentials.Client(account))
                .setProtocol("https")
                .setEndpoint(host);
        URI endpoint = settings.endpoint();
        return endpoint == null
                ? configuration
                : configuration.setProtocol(endpoint.getScheme()).setEndpoint(endpoint.getAuthority());
    }

    private static URI host(Client client) {
        return URI.create(client._protocol + "://" + client._endpoint);
    }
}
