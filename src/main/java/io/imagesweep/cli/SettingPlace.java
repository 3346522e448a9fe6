package io.imagesweep.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.io.FileSystemResource;

/** Whose a setting is and where it is written, for people, who do not count the accounts of a list. */
final class SettingPlace {

    private static final Pattern OF_ACCOUNT = Pattern.compile("(imagesweep\\.accounts\\[\\d+]).*");

    private SettingPlace() {}

    /** The place of a line, counted from 1, of a file. */
    static Origin line(Path file, long line) {
        return new TextResourceOrigin(new FileSystemResource(file), new Location(Math.toIntExact(line) - 1, 0));
    }

    /** File and line; empty where the origin is no file. */
    static Optional<String> of(@Nullable Origin origin) {
        if (origin instanceof PropertySourceOrigin wrapped) {
            return of(wrapped.getOrigin());
        }
        if (!(origin instanceof TextResourceOrigin text)) {
            return Optional.empty();
        }
        var resource = text.getResource();
        var location = text.getLocation();
        return resource == null || location == null
                ? Optional.empty()
                : Optional.of("%s, line %d".formatted(resource.getFilename(), location.getLine() + 1));
    }

    /**
     * What to say behind the name of a setting: the account's number, alias and place; nothing where it is no account's.
     *
     * @param bound what else was read
     */
    static String of(String setting, Collection<ConfigurationProperty> bound) {
        var match = OF_ACCOUNT.matcher(setting);
        if (!match.matches()) {
            return "";
        }
        var account = ConfigurationPropertyName.of(match.group(1));
        var those = bound.stream()
                .filter(property -> account.isAncestorOf(property.getName()))
                .toList();
        var number = value(account.append("id"), those).map(id -> "account " + id);
        var alias = value(account.append("alias"), those).map(name -> "alias " + name);
        var words =
                Stream.of(number, alias, place(those)).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private static Optional<String> value(ConfigurationPropertyName name, List<ConfigurationProperty> those) {
        return those.stream()
                .filter(property -> property.getName().equals(name))
                .map(property -> String.valueOf(property.getValue()))
                .findFirst();
    }

    private static Optional<String> place(List<ConfigurationProperty> those) {
        return those.stream()
                .map(ConfigurationProperty::getOrigin)
                .filter(Objects::nonNull)
                .flatMap(origin -> of(origin).stream())
                .findFirst();
    }
}
