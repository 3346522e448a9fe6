package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a configuration without a database. */
final class NamedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("spring.datasource.url") == null) {
            throw new WrongUsage("No database is configured: set spring.datasource.url, .username and .password,"
                    + " in config/application.yml below the working directory or in the environment.");
        }
    }
}
