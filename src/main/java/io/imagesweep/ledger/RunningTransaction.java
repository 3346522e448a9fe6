package io.imagesweep.ledger;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Tells whether this thread is within a transaction of the database. */
public final class RunningTransaction {

    private static final TransactionDefinition ASKING =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_SUPPORTS);

    private RunningTransaction() {}

    /** Asks {@code manager}, since another manager's transaction says nothing about the database. */
    public static boolean of(PlatformTransactionManager manager) {
        var status = manager.getTransaction(ASKING);
        try {
            return status.hasTransaction();
        } finally {
            manager.commit(status);
        }
    }
}
