package io.imagesweep.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong or doubtful in one file. */
final class Findings {

    private static final Comparator<Finding> FILE_ORDER =
            Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);

    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    void error(Place place, String path, String message) {
        errors.add(new Finding(place.line(), place.column(), path, message));
    }

    void warning(Place place, String path, String message) {
        warnings.add(new Finding(place.line(), place.column(), path, message));
    }

    /** Says whether there is an error at {@code path} or below. */
    boolean hasErrorIn(String path) {
        return errors.stream().map(Finding::path).anyMatch(other -> other.equals(path) || other.startsWith(path + "/"));
    }

    List<Finding> errors() {
        return errors.stream().sorted(FILE_ORDER).toList();
    }

    List<Finding> warnings() {
        return warnings.stream().sorted(FILE_ORDER).toList();
    }
}
