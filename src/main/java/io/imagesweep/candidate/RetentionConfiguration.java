package io.imagesweep.candidate;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads candidates from the ledger's own database, unless another one is configured. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    /** The view is looked for where the owner of that database says, and last in a schema named as ours. */
    private static final String SEARCH_OUR_SCHEMA_LAST = """
            select set_config('search_path',
              concat_ws(', ', nullif(current_setting('search_path'), ''), 'imagesweep'), false)
            """;

    @Bean(defaultCandidate = false)
    @ConditionalOnProperty("imagesweep.retention.datasource.url")
    HikariDataSource retentionDataSource(RetentionSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("retention");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(10_000);
        pool.setConnectionInitSql(SEARCH_OUR_SCHEMA_LAST);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "10");
        pool.addDataSourceProperty("socketTimeout", "120");
        return pool;
    }

    @Bean
    Candidates candidates(
            @Qualifier("retentionDataSource") ObjectProvider<DataSource> retention,
            JdbcClient ledger,
            TransactionOperations tx) {
        var other = retention.getIfAvailable();
        return new Candidates(other == null ? ledger : JdbcClient.create(other), tx);
    }
}
