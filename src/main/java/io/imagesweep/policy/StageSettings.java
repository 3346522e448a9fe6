package io.imagesweep.policy;

import io.imagesweep.policy.Setting.Broken;
import io.imagesweep.policy.Setting.Given;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a rule says of the stage before the deletion, and holds it together. */
final class StageSettings {

    private static final List<ImageStatus> STAGES = List.of(ImageStatus.AVAILABLE, ImageStatus.DEPRECATED);

    private StageSettings() {}

    /** Gives the time between the stages; null where there is one stage alone. */
    static @Nullable Span read(Section section, MatchSettings match) {
        Findings findings = section.findings();
        Setting<Action> action = section.read("action", ScalarKind.oneOf(Action.class));
        Setting<Span> grace = section.read("grace", ScalarKind.span());
        if (action instanceof Given<Action> given && given.value() == Action.DEPRECATE) {
            demandStages(grace, match, findings);
            return grace.orNull();
        }
        if (!(action instanceof Broken)) {
            grace.ifGiven(given -> findings.error(given.key(), given.path(), "needs action: deprecate"));
        }
        return null;
    }

    private static void demandStages(Setting<Span> grace, MatchSettings match, Findings findings) {
        grace.ifAbsent(
                absent -> findings.error(absent.place(), absent.path(), "is missing, and action: deprecate needs it"));
        match.statuses().ifGiven(given -> {
            if (!given.value().containsAll(STAGES)) {
                String message = "action: deprecate needs both Available and Deprecated here";
                findings.error(given.key(), given.path(), message);
            }
        });
    }
}
