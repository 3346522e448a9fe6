package io.imagesweep.simulator;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** What is wrong with a document, in one sentence: what, and where. */
final class Complaint {

    private Complaint() {}

    static String about(RuntimeException problem) {
        return problem instanceof JacksonException unread ? about(unread) : String.valueOf(problem.getMessage());
    }

    private static String about(JacksonException unread) {
        var said = unread.getCause() instanceof IllegalArgumentException ours
                ? String.valueOf(ours.getMessage())
                : unread.getOriginalMessage();
        var line = said.lines().findFirst().orElse("not readable").replaceAll("`?(\\w+\\.)+(\\w+)`?", "$2");
        var path = unread.getPath().stream().map(Complaint::step).collect(Collectors.joining());
        return path.isEmpty() ? line : line + ", at " + path.substring(path.startsWith(".") ? 1 : 0);
    }

    private static String step(JacksonException.Reference reference) {
        var name = reference.getPropertyName();
        return name == null ? "[" + reference.getIndex() + "]" : "." + name;
    }
}
