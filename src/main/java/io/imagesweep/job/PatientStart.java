package io.imagesweep.job;

import io.imagesweep.ledger.DatabaseSettings;
import io.imagesweep.ledger.DirectDatabase;
import io.imagesweep.ledger.Patience;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Starts the program once its database is there, and starts it again when the database goes away meanwhile, as in a
 * migration; after {@code imagesweep.database.max-wait} it has stayed away.
 */
public final class PatientStart {

    private volatile Duration maxWait = Duration.ZERO;
    private final Patience patience = new Patience(() -> maxWait);

    /** Starts what {@code program} makes: a new one for each try. */
    public ConfigurableApplicationContext start(Supplier<SpringApplication> program, String... arguments) {
        return patience.outlast(() -> run(program.get(), arguments));
    }

    private ConfigurableApplicationContext run(SpringApplication program, String... arguments) {
        ApplicationListener<ApplicationEnvironmentPreparedEvent> waiting = event -> await(event.getEnvironment());
        program.addListeners(waiting);
        return program.run(arguments);
    }

    /** Asks for one connection before anything is built: a program that fails half-way says much, and slowly. */
    private void await(Environment environment) {
        maxWait = Binder.get(environment)
                .bindOrCreate("imagesweep.database", DatabaseSettings.class)
                .maxWait();
        var url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            var database = new DirectDatabase(
                    url,
                    environment.getProperty("spring.datasource.username"),
                    environment.getProperty("spring.datasource.password"));
            patience.outlast(() -> database.reach("imagesweep start"));
        }
    }
}
