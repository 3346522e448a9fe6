package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import java.io.Console;
import java.util.Optional;

/** Asks before something irreversible, where a person sits at a terminal. */
record Confirmation(boolean given) {

    void demand(String question) {
        if (!given) {
            Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .ifPresent(console -> ask(console, question));
        }
    }

    private static void ask(Console console, String question) {
        var answer = console.readLine("%s [y/N] ", question);
        if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
            throw new WrongUsage("Nothing was done: the question was not answered with y.");
        }
    }
}
