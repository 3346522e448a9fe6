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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The SDK's clients, one per account and region, each made when it is first asked for. Thread-safe. */
@Component
final class AlibabaClients implements AutoCloseable {

    private static final String ECS_VERSION = "2014-05-26";
    private static final String ESS_VERSION = "2014-08-28";

    private final AlibabaSettings settings;
    private final InstantSource clock;
    private final Connections connections;
    private final AccountKeys keys;
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
        this.connections = connections;
        this.clock = clock;
        this.keys = new AccountKeys(settings, accounts, session, paces, patience, clock);
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
        keys.close();
    }

    private Api makeEcs(AccountRegion where) {
        Keys account = keys(where.accountId());
        Config configuration =
                connections.configuration(settings, account, null).setRegionId(where.regionId());
        try {
            Client client = new com.aliyun.ecs20140526.Client(configuration);
            connections.prepare(host(client));
            return new Api(new Endpoint(client, ECS_VERSION, clock), account);
        } catch (Exception e) {
            throw new IllegalStateException("no client for " + where, e);
        }
    }

    private Api makeEss(AccountRegion where) {
        Keys account = keys(where.accountId());
        String host = "ess.%s.aliyuncs.com".formatted(where.regionId());
        try {
            Client client = new Client(
                    connections.configuration(settings, account, host).setRegionId(where.regionId()));
            connections.prepare(host(client));
            return new Api(new Endpoint(client, ESS_VERSION, clock), account);
        } catch (Exception e) {
            throw new IllegalStateException("no client of ESS for " + where, e);
        }
    }

    /** The credentials of an account, which its services share. */
    Keys keys(String accountId) {
        return keys.of(accountId);
    }

    private static URI host(Client client) {
        return URI.create(client._protocol + "://" + client._endpoint);
    }
}
