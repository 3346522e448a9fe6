package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.validation.FieldError;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in one sentence what of the configuration keeps the program from starting. */
final class StartFailure {

    private StartFailure() {}

    /** Gives the sentence; empty when the configuration is not to blame. */
    static Optional<String> sentence(Throwable failure) {
        return causes(failure).flatMap(cause -> said(cause).stream()).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> said(Throwable cause) {
        return switch (cause) {
            case WrongUsage wrong -> Optional.ofNullable(wrong.getMessage());
            case BindValidationException invalid -> Optional.of(invalid(invalid));
            case BindException bind
            when causes(bind).noneMatch(BindValidationException.class::isInstance) -> Optional.of(unreadable(bind));
            case YAMLException broken ->
                Optional.of("The configuration, config/application.yml below the working directory, is no YAML: "
                        + String.valueOf(broken.getMessage())
                                .replaceAll("\\s+", " ")
                                .strip());
            case PSQLException refused -> refused(refused);
            default -> Optional.empty();
        };
    }

    private static String invalid(BindValidationException invalid) {
        var errors = invalid.getValidationErrors();
        return errors.getAllErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? invalid(errors.getName() + "." + field.getField(), field, errors.getBoundProperties())
                                : String.valueOf(error.getDefaultMessage()))
                        .sorted()
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String invalid(String name, FieldError field, Set<ConfigurationProperty> bound) {
        return name + SettingPlace.of(name, bound) + " is '" + field.getRejectedValue() + "': it "
                + field.getDefaultMessage();
    }

    private static String unreadable(BindException bind) {
        var property = bind.getProperty();
        var root = causes(bind).reduce((_, next) -> next).orElse(bind);
        return property == null
                ? bind.getName() + " cannot be read: " + root.getMessage()
                : property.getName() + SettingPlace.of(property.getName().toString(), Set.of(property)) + " is '"
                        + property.getValue() + "', which cannot be read as "
                        + bind.getTarget().getType() + ": " + root.getMessage();
    }

    private static Optional<String> refused(PSQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        return switch (state) {
            case "28P01", "28000", "3D000" ->
                Optional.of("The database refuses the connection (" + state + "): " + refused.getMessage()
                        + ". Check spring.datasource.url, .username and .password.");
            default -> Optional.empty();
        };
    }
}
