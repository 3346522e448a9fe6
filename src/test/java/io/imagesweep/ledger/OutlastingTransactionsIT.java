package io.imagesweep.ledger;

import static io.imagesweep.ledger.DatabaseRelay.COMMIT;
import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(120)
class OutlastingTransactionsIT {

    private static final RestartableDatabase DATABASE = new RestartableDatabase();

    private final DataSource source = DATABASE.unpooled();
    private final JdbcTransactionManager manager = new JdbcTransactionManager(source);
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final AtomicInteger tries = new AtomicInteger();
    private final int connected = DATABASE.relay().accepted();

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void makeTable() {
        DATABASE.relay().open();
        DATABASE.direct().sql("drop table if exists outcome").update();
        DATABASE.direct()
                .sql("create table outcome (image_id text primary key)")
                .update();
    }

    @Test
    void outlastsAnOutage() {
        DATABASE.relay().cut();
        var recorded = recordLater("m-1");
        awaitTriesInTheOutage();
        assertThat(recorded).isNotDone();

        DATABASE.relay().open();

        recorded.join();
        assertThat(recorded()).isOne();
    }

    @Test
    void outlastsARestart() {
        DATABASE.stop();
        var recorded = recordLater("m-1");
        awaitTriesInTheOutage();

        DATABASE.start();

        recorded.join();
        assertThat(recorded()).isOne();
    }

    @Test
    void givesUpAfterTheMaximum() {
        DATABASE.relay().cut();

        assertThatThrownBy(() -> record(outlasting(Duration.ofMillis(500)), "m-1"))
                .isInstanceOf(DatabaseStayedAway.class);
        assertThat(DATABASE.relay().accepted() - connected).isGreaterThan(2);
    }

    @Test
    void repeatsACommitWhoseAnswerWasLost() {
        DATABASE.relay().loseAnswersTo(COMMIT, 2);

        record(outlasting(Duration.ofMinutes(1)), "m-1");

        assertThat(tries).hasValue(3);
        assertThat(recorded()).isOne();
    }

    @Test
    void passesOnWhatIsNoOutage() {
        var outlasting = outlasting(Duration.ofMinutes(1));
        record(outlasting, "m-1");

        assertThatThrownBy(() -> outlasting.execute(
                        _ -> jdbc.sql("insert into outcome values ('m-1')").update()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void leavesTheRepetitionToTheTransactionItJoins() {
        var outlasting = outlasting(Duration.ofMinutes(1));

        assertThatThrownBy(() -> new TransactionTemplate(manager).execute(_ -> {
                    DATABASE.relay().drop();
                    record(outlasting, "m-1");
                    return "";
                }))
                .matches(DatabaseAway::saidBy);
        assertThat(tries).hasValue(1);
    }

    private void awaitTriesInTheOutage() {
        await().until(() -> DATABASE.relay().accepted() - connected > 2);
    }

    private CompletableFuture<Void> recordLater(String image) {
        return CompletableFuture.runAsync(() -> record(outlasting(Duration.ofMinutes(1)), image));
    }

    private OutlastingTransactions outlasting(Duration atMost) {
        return new OutlastingTransactions(manager, new Patience(() -> atMost));
    }

    private void record(TransactionOperations transactions, String image) {
        transactions.executeWithoutResult(_ -> {
            tries.incrementAndGet();
            jdbc.sql("insert into outcome values (?) on conflict do nothing")
                    .param(image)
                    .update();
        });
    }

    private int recorded() {
        return DATABASE.direct()
                .sql("select count(*) from outcome")
                .query(Integer.class)
                .single();
    }
}
