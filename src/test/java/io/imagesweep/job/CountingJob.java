package io.imagesweep.job;

import io.imagesweep.ledger.DatabaseSettings;
import io.imagesweep.ledger.OutlastingTransactions;
import io.imagesweep.ledger.Patience;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.IteratorItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job with chunk steps in three partitions that writes the numbers below {@link #NUMBERS}, each once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
@Import({Patience.class, OutlastingTransactions.class, OutlastingJobRepository.class, OutlastingBatch.class})
class CountingJob {

    static final int NUMBERS = 2_400;

    static final int CHUNK = 20;

    /** Each chunk takes one permit before it is written. */
    static final Semaphore CHUNKS = new Semaphore(0);

    private static final int PARTITIONS = 3;

    @Bean
    Job counting(JobRepository repository, Step parts) {
        return new JobBuilder("counting", repository).start(parts).build();
    }

    @Bean
    Step parts(JobRepository repository, Step part) {
        return new StepBuilder("parts", repository)
                .partitioner("part", _ -> partitions())
                .step(part)
                .taskExecutor(new SimpleAsyncTaskExecutor())
                .build();
    }

    @Bean
    Step part(JobRepository repository, IteratorItemReader<Integer> numbers, Numbers written) {
        var transactions = new ResourcelessTransactionManager();
        transactions.setTransactionSynchronization(ResourcelessTransactionManager.SYNCHRONIZATION_NEVER);
        return new StepBuilder("part", repository)
                .<Integer, Integer>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(numbers)
                .writer(written::write)
                .build();
    }

    @Bean
    @StepScope
    static IteratorItemReader<Integer> numbers(@Value("#{stepExecutionContext['from']}") int from) {
        return new IteratorItemReader<>(
                IntStream.range(from, from + NUMBERS / PARTITIONS).iterator());
    }

    @Bean
    Numbers written(OutlastingTransactions transactions, JdbcClient jdbc) {
        return new Numbers(transactions, jdbc);
    }

    private static Map<String, ExecutionContext> partitions() {
        var partitions = new TreeMap<String, ExecutionContext>();
        for (var from = 0; from < NUMBERS; from += NUMBERS / PARTITIONS) {
            partitions.put("part" + from, new ExecutionContext(Map.of("from", from)));
        }
        return partitions;
    }

    /** The table of numbers. */
    record Numbers(OutlastingTransactions transactions, JdbcClient jdbc) {

        void write(Chunk<? extends Integer> chunk) {
            CHUNKS.acquireUninterruptibly();
            transactions.executeWithoutResult(
                    _ -> insert(chunk.getItems().getFirst(), chunk.getItems().getLast()));
        }

        private void insert(int first, int last) {
            jdbc.sql("insert into number (value) select generate_series(?, ?) on conflict do nothing")
                    .params(first, last)
                    .update();
        }
    }
}
