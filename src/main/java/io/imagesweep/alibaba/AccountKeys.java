package io.imagesweep.alibaba;

import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Accounts;
import io.imagesweep.candidate.SessionName;
import io.imagesweep.quota.Pace;
import io.imagesweep.quota.Paces;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The credentials of each account: the plain ones, or those of its role, which the plain ones assume. Thread-safe. */
final class AccountKeys implements AutoCloseable {

    private static final String STS_VERSION = "2015-04-01";
    private static final String STS = "sts";

    private final AlibabaSettings settings;
    private final Accounts accounts;
    private final SessionName session;
    private final Paces paces;
    private final Patience patience;
    private final InstantSource clock;
    private final Connections connections = Connections.toSts();
    private final Keys plain;
    private final Map<String, Keys> keys = new ConcurrentHashMap<>();

    AccountKeys(
            AlibabaSettings settings,
            Accounts accounts,
            SessionName session,
            Paces paces,
            Patience patience,
            InstantSource clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.session = session;
        this.paces = paces;
        this.patience = patience;
        this.clock = clock;
        this.plain = settings.hasKey()
                ? new ConfiguredKeys(settings)
                : WebIdentity.of(System.getenv(), System.getProperties())
                        .map(this::byToken)
                        .orElseGet(() -> new PlainKeys(clock, patience.backoff().shortest()));
    }

    /** The credentials of an account, which its services share. */
    Keys of(String accountId) {
        return keys.computeIfAbsent(accountId, this::make);
    }

    @Override
    public void close() {
        connections.close();
    }

    private Keys make(String accountId) {
        String role = accounts.account(accountId).roleArn();
        if (role == null) {
            return plain;
        }
        var sts = new Api(sts(plain), plain);
        Pace pace = paces.of(new AccountRegion(accountId, STS), "AssumeRole");
        return assumed(new AssumptionByKeys(role, session, sts, plain), pace);
    }

    private Keys byToken(WebIdentity identity) {
        return assumed(new AssumptionByToken(identity, session, sts(null)), paces.ofService(STS, "AssumeRoleWithOIDC"));
    }

    private Keys assumed(Assumption assumption, Pace pace) {
        return new AssumedRole(assumption, pace, patience, clock);
    }

    private Endpoint sts(@Nullable Keys signing) {
        Config configuration = connections.configuration(settings, signing, WebIdentity.stsHost(System.getenv()));
        try {
            Client client = new Client(configuration);
            connections.prepare(URI.create(client._protocol + "://" + client._endpoint));
            return new Endpoint(client, STS_VERSION, clock);
        } catch (Exception e) {
            throw new IllegalStateException("no client for STS", e);
        }
    }
}
