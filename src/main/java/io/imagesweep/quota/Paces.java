package io.imagesweep.quota;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Accounts;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The paces of this program, one per account, region and action: the scope of the API's quotas. Thread-safe. */
@Component
public final class Paces {

    private final PaceSettings settings;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Map<Scope, Pace> paces = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    public Paces(PaceSettings settings, Accounts accounts, InstantSource clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Gives the one pace of {@code action} in an account and region. */
    public Pace of(AccountRegion where, String action) {
        return of(new Scope(where, action), this::begin);
    }

    /** Gives the one pace of {@code action} of a service that is asked for no account. */
    public Pace ofService(String service, String action) {
        return of(new Scope(new AccountRegion("", service), action), _ -> new Pace(settings.ratePerMinute(), clock));
    }

    private Pace of(Scope scope, Function<Scope, Pace> begin) {
        Pace pace = paces.computeIfAbsent(scope, begin);
        if (stopped) {
            pace.stop();
        }
        return pace;
    }

    /** Stops every pace of an account and region, whatever the action. */
    public void stop(AccountRegion where) {
        stopThose(scope -> scope.where().equals(where));
    }

    /** Stops every pace, and those that are asked for later. */
    public void stopAll() {
        stopped = true;
        stopThose(_ -> true);
    }

    private void stopThose(Predicate<Scope> chosen) {
        paces.forEach((scope, pace) -> {
            if (chosen.test(scope)) {
                pace.stop();
            }
        });
    }

    private Pace begin(Scope scope) {
        Integer own = accounts.account(scope.where().accountId()).ratePerMinute();
        return new Pace(Objects.requireNonNullElse(own, settings.ratePerMinute()), clock);
    }

    private record Scope(AccountRegion where, String action) {}
}
