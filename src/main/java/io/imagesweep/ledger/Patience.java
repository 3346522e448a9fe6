package io.imagesweep.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Waits for a database that is away: repeats an action until it is answered, for at most
 * {@code imagesweep.database.max-wait}. An action may have been done although its answer was lost: it must be
 * idempotent.
 */
@Component
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final Supplier<Duration> maxWait;

    /** The outage that everybody sees: a failure opens it, the next answer to anybody closes it. */
    private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

    private volatile @Nullable Deadline hurry;

    @Autowired
    public Patience(DatabaseSettings settings) {
        this(settings::maxWait);
    }

    /** Asks {@code maxWait} at the beginning of each outage. */
    public Patience(Supplier<Duration> maxWait) {
        this.maxWait = maxWait;
    }

    /** What is asked of the database. */
    @FunctionalInterface
    public interface Action<T extends @Nullable Object, X extends Throwable> {

        T run() throws X;
    }

    /** Runs {@code action} until the database answers it. */
    public <T extends @Nullable Object, X extends Throwable> T outlast(Action<T, X> action) throws X {
        return outlast(action, action);
    }

    /** Runs {@code first}; when the database was away, runs {@code again} until the database answers it. */
    public <T extends @Nullable Object, X extends Throwable> T outlast(Action<T, X> first, Action<T, X> again)
            throws X {
        try {
            return answered(first.run());
        } catch (RuntimeException failure) {
            return repeat(again, failure);
        }
    }

    /** Ends all waiting, now and later, within {@code left}: for a run that was told to stop. */
    public void giveUpWithin(Duration left) {
        hurry = Deadline.in(left);
    }

    private <T extends @Nullable Object, X extends Throwable> T repeat(Action<T, X> action, RuntimeException first)
            throws X {
        // An action that alone fails for ever must end too, although the answers to others close the outage.
        var own = new Outage(maxWait.get());
        var failure = first;
        while (true) {
            await(own, failure);
            try {
                return answered(action.run());
            } catch (RuntimeException next) {
                failure = next;
            }
        }
    }

    private void await(Outage own, RuntimeException failure) {
        if (!DatabaseAway.saidBy(failure)) {
            throw failure;
        }
        var all = shared(own);
        all.sayTo(LOG, failure);
        if (!own.pause(end(own, all))) {
            throw new DatabaseStayedAway(all.lasted(), failure);
        }
    }

    private Outage shared(Outage own) {
        var open = outage.compareAndExchange(null, own);
        return open == null ? own : open;
    }

    private Deadline end(Outage own, Outage all) {
        var end = own.end().earlierOf(all.end());
        var told = hurry;
        return told == null ? end : end.earlierOf(told);
    }

    private <T extends @Nullable Object> T answered(T answer) {
        var over = outage.get();
        if (over != null && outage.compareAndSet(over, null)) {
            LOG.info("The database answers again after {} s", over.lasted().toSeconds());
        }
        return answer;
    }
}
