package io.imagesweep.alibaba;

import com.aliyun.credentials.models.CredentialModel;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.quota.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary credentials of a role, renewed before they end: one question to STS at a time, whose answer is that of all who
 * wait. The SDK's own providers of them speak only HTTPS to STS, and so know no simulator (RamRoleArnCredentialProvider and
 * OIDCRoleArnCredentialProvider of credentials-java 1.0.3). Thread-safe.
 */
final class AssumedRole implements Keys {

    private static final Logger LOG = LoggerFactory.getLogger(AssumedRole.class);
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(10);
    private static final Duration USED_UNTIL_BEFORE = Duration.ofMinutes(1);
    private static final Duration RENEWAL_PAUSE = Duration.ofMinutes(1);

    private final Assumption assumption;
    private final Pace pace;
    private final Patience patience;
    private final InstantSource clock;
    private final LastRefusal refusal;
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Session session;
    private volatile Instant renewalFrom = Instant.MIN;
    private volatile boolean onTrial;

    /** @param patience that of the calls which need the credentials; it is theirs to repeat the whole */
    AssumedRole(Assumption assumption, Pace pace, Patience patience, InstantSource clock) {
        this.assumption = assumption;
        this.pace = pace;
        this.patience = patience.withoutRepetition();
        this.clock = clock;
        this.refusal = new LastRefusal(clock, patience.backoff().shortest());
    }

    @Override
    public CredentialModel getCredentials() {
        Session held = session;
        Instant now = clock.instant();
        if (held == null || ended(held, now)) {
            return locked(() -> begun(now)).credentials();
        }
        if (!now.isBefore(renewalFrom) && asking.tryLock()) {
            renewEarly(now);
        }
        return held.credentials();
    }

    /** New credentials are on trial until a call is taken: refused as well, the fault is not that they are old. */
    @Override
    public boolean renewed(CredentialModel refused) {
        return locked(() -> {
            if (session != null && session.credentials().equals(refused)) {
                if (onTrial) {
                    return false;
                }
                session = null;
                begun(clock.instant());
                onTrial = true;
            }
            return true;
        });
    }

    @Override
    public void taken(CredentialModel used) {
        if (onTrial) {
            locked(() -> onTrial =
                    onTrial && (session == null || !session.credentials().equals(used)));
        }
    }

    /** Whoever waited for the lock shares what the one before was answered. */
    private Session begun(Instant since) {
        Session held = session;
        if (held != null && !ended(held, since)) {
            return held;
        }
        refusal.check(since);
        try {
            return begin(patience.askAtLeastOnce(pace, () -> assumption.ask(LIFETIME)));
        } catch (NoKeys e) {
            throw refusal.keep(e);
        }
    }

    /** The old ones still hold, so one call by one thread is enough, and a failure can wait. */
    private void renewEarly(Instant now) {
        try {
            renewalFrom = now.plus(RENEWAL_PAUSE);
            Reply reply = assumption.ask(LIFETIME);
            if (reply.accepted()) {
                begin(reply);
            }
        } catch (NoKeys e) {
            LOG.warn("Not renewed yet: {}", e.getMessage());
        } finally {
            asking.unlock();
        }
    }

    private Session begin(Reply reply) {
        Session begun = Session.of(reply.body(), clock.instant().plus(LIFETIME))
                .orElseThrow(() -> new NoKeys(failure(reply.answer())));
        session = begun;
        renewalFrom = begun.end().minus(RENEWED_BEFORE);
        onTrial = false;
        return begun;
    }

    private static boolean ended(Session session, Instant now) {
        return !now.isBefore(session.end().minus(USED_UNTIL_BEFORE));
    }

    private <T> T locked(Supplier<T> action) {
        asking.lock();
        try {
            return action.get();
        } finally {
            asking.unlock();
        }
    }

    /** Whatever STS refuses for good is wrong with us. */
    private Answer failure(Answer answer) {
        ApiAnswer said = answer.said();
        String message = assumption + ": " + Objects.requireNonNullElse(said.message(), said.sentence());
        var told = new ApiAnswer(said.httpStatus(), said.code(), said.requestId(), message);
        return answer instanceof Throttled || answer instanceof Unclear ? new Unclear(told, false) : new Denied(told);
    }
}
