package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import io.imagesweep.policy.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** Refuses settings under {@code imagesweep.} that nobody reads: a misspelt one would silently leave its default in force. */
final class KnownSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("imagesweep");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var known = SettingNames.all();
        names(context.getEnvironment())
                .filter(PREFIX::isAncestorOf)
                .filter(name -> !SettingNames.contains(known, name))
                .findFirst()
                .ifPresent(name -> refuse(name, known));
    }

    private static Stream<ConfigurationPropertyName> names(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .flatMap(source -> Stream.ofNullable(ConfigurationPropertySources.from(source))
                        .flatMap(sources -> Stream.of(sources.iterator().next())))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream());
    }

    private static void refuse(ConfigurationPropertyName name, Collection<String> known) {
        throw new WrongUsage("The setting " + name + " is not known" + Nearest.hint(name.toString(), List.copyOf(known))
                + ": correct or remove it.");
    }
}
