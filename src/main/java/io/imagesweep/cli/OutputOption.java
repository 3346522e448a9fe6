package io.imagesweep.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.json.JsonMapper;

/** How a command answers on stdout: in text for a person, or in one line of JSON for a program. */
final class OutputOption {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--output",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "How to answer on stdout: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Form form;

    /** Says whether the arguments of a command that never came to answer asked for JSON. */
    static boolean wantsJson(List<String> arguments) {
        return String.join("=", arguments).contains("--output=json");
    }

    static String json(Object answer) {
        return JSON.writeValueAsString(answer);
    }

    static String prettyJson(Object answer) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    /** Prints {@code answer} as a line of JSON, or else {@code text}. */
    void answer(Object answer, String text) {
        out().println(form == Form.json ? json(answer) : text);
        out().flush();
    }

    boolean json() {
        return form == Form.json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** The two forms, by the words of the command line. */
    enum Form {
        text,
        json
    }
}
