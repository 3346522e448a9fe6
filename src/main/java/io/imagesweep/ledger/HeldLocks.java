package io.imagesweep.ledger;

import io.imagesweep.ledger.LockSession.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** Advisory locks that outlive their connection: what was locked, in which session, and when it was last seen held. */
final class HeldLocks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeldLocks.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<LockSession> sessions;
    private final Set<LockId> taken = new LinkedHashSet<>();

    /** Sessions that this process gave up, but that may linger on the server with their locks. */
    private final List<Backend> left = new ArrayList<>();

    private @Nullable LockSession session;
    private Fence fence = Fence.none();
    private volatile Deadline stale = Deadline.in(Duration.ZERO);
    private volatile boolean lost;
    private volatile boolean closed;

    HeldLocks(Supplier<LockSession> sessions) {
        this.sessions = sessions;
    }

    boolean held() {
        return !over() && stale.left().isPositive();
    }

    boolean lost() {
        return lost;
    }

    boolean over() {
        return lost || closed;
    }

    /** Takes one more lock; false: another session holds it. */
    synchronized boolean take(LockId id) {
        return !lost && with(current -> taken.contains(id) || (current.lock(id) && taken.add(id)));
    }

    /** Looks whether all are still held, and takes them again where the session is gone. */
    synchronized boolean look() {
        return !over() && with(this::seen);
    }

    /** Takes {@code fence} as what must not move while the locks are away, and checks it. */
    synchronized boolean guardBy(Fence fence) {
        this.fence = fence;
        if (fence.moved()) {
            lose();
        }
        return !lost;
    }

    synchronized void lose() {
        LOG.error("The locks of the run are lost for good: another process has taken them, or the run");
        lost = true;
        drop();
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            drop();
        }
    }

    private <T> T with(Function<LockSession, T> use) {
        try {
            return use.apply(session());
        } catch (RuntimeException failure) {
            warn(failure);
            drop();
            throw failure;
        }
    }

    private boolean seen(LockSession current) {
        // The moment before the question: at the answer the lock may have been gone for as long as it travelled.
        var since = Deadline.in(FRESH);
        if (!current.holds(taken.size())) {
            throw away("the session of the locks does not hold them any more");
        }
        stale = since;
        return true;
    }

    private LockSession session() {
        if (closed) {
            throw new IllegalStateException("the locks were released");
        }
        var current = session;
        return current == null ? retaken() : current;
    }

    /** The fence is read before the locks and after them: whoever raises it holds them. */
    private LockSession retaken() {
        var fresh = sessions.get();
        session = fresh;
        if (!fresh.outlived(left)) {
            throw away("an old session of the locks has not ended yet");
        }
        left.clear();
        if (fence.moved() || !taken.stream().allMatch(fresh::lock) || fence.moved()) {
            lose();
            throw away("somebody else has taken the locks");
        }
        LOG.debug(
                "{} locks are held in process {} of the server",
                taken.size(),
                fresh.backend().pid());
        return fresh;
    }

    private void warn(RuntimeException failure) {
        if (session != null && !lost) {
            LOG.warn(
                    "The locks have lost their session; no deletion starts until they are held again: {}",
                    failure.toString());
        }
    }

    private void drop() {
        stale = Deadline.in(Duration.ZERO);
        if (session != null) {
            left.add(session.backend());
            session.close();
            session = null;
        }
    }

    private static RuntimeException away(String message) {
        return new DataAccessResourceFailureException(message);
    }
}
