package io.imagesweep.cli;

import io.imagesweep.job.PatientStart;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application behind a command, once its arguments are known to be good. */
final class Program {

    private final Class<?> application;
    private final List<String> settings;

    /** @param settings stronger than those of every file, as {@code --name=value} */
    Program(Class<?> application, List<String> settings) {
        this.application = application;
        this.settings = List.copyOf(settings);
    }

    /** Starts it, waiting for a database that is away; the schema is up to date afterwards. */
    ConfigurableApplicationContext start() {
        return new PatientStart().start(this::withDatabase, settings.toArray(String[]::new));
    }

    /** Starts it to apply the migrations, whatever {@code spring.flyway.enabled} says. */
    ConfigurableApplicationContext startToMigrate() {
        var always = Stream.concat(settings.stream(), Stream.of("--spring.flyway.enabled=true"));
        return new PatientStart().start(this::withDatabase, always.toArray(String[]::new));
    }

    /** Starts it without looking for a database: only what is asked for is made. */
    ConfigurableApplicationContext startToAsk() {
        var lazily = Stream.concat(
                settings.stream(), Stream.of("--spring.main.lazy-initialization=true", "--spring.flyway.enabled=true"));
        return springApplication().run(lazily.toArray(String[]::new));
    }

    private SpringApplication withDatabase() {
        var spring = springApplication();
        spring.addInitializers(new NamedDatabase(), new SchemaAtStart());
        return spring;
    }

    private SpringApplication springApplication() {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.addInitializers(new ListedAccounts(), new KnownSettings());
        return spring;
    }
}
