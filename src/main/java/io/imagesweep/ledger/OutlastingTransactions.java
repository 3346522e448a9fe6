package io.imagesweep.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs each action in a transaction of its own, and runs it again while the database is away. A commit may have been
 * done although its answer was lost, so an action must be idempotent. Within a running transaction an action joins it
 * and is not repeated: that is up to whoever began it.
 */
@Component
public final class OutlastingTransactions implements TransactionOperations {

    private final DataSourceTransactionManager manager;
    private final TransactionTemplate transactions;
    private final Patience patience;

    public OutlastingTransactions(DataSourceTransactionManager manager, Patience patience) {
        this.manager = manager;
        this.transactions = new TransactionTemplate(manager);
        this.patience = patience;
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return RunningTransaction.of(manager)
                ? transactions.execute(action)
                : patience.outlast(() -> transactions.execute(action));
    }
}
