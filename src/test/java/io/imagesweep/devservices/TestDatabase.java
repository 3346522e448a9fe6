package io.imagesweep.devservices;

import io.imagesweep.ledger.SpringBatchTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own on the one PostgreSQL server of this JVM, which runs in a process of its own and ends with the JVM.
 * It sorts text as people do, not by bytes, as most databases of operators do.
 *
 * @param url a JDBC URL that holds the user
 * @param dataSource connects as the owner, to the schema and with the settings of the program; does not pool
 */
public record TestDatabase(String url, DataSource dataSource) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final class Server {

        /** With a place for the name of the database; another server is named by a system property. */
        static final String URL = Optional.ofNullable(System.getProperty("test.server"))
                .orElseGet(() -> start().getJdbcUrl("postgres", "%s"));

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes an empty database. */
    public static TestDatabase fresh() {
        var name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        at(Server.URL.formatted("postgres")).jdbc().sql("""
                        create database %s
                        template template0
                        encoding 'UTF8'
                        locale_provider icu
                        icu_locale 'en-US'
                        lc_collate 'C'
                        lc_ctype 'C'
                        """.formatted(name)).update();
        return at(Server.URL.formatted(name));
    }

    /** Takes a database that somebody else made. */
    public static TestDatabase at(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setCurrentSchema("imagesweep");
        source.setReWriteBatchedInserts(true);
        return new TestDatabase(url, source);
    }

    /** Makes a database with the program's tables. */
    public static TestDatabase migrated() {
        var database = fresh();
        database.migrate();
        return database;
    }

    /** Makes or completes the program's tables. */
    public void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema("imagesweep")
                .javaMigrations(new SpringBatchTables())
                .load()
                .migrate();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public NamedParameterJdbcOperations batches() {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    public TransactionOperations transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }
}
