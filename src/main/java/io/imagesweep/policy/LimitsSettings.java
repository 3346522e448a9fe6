package io.imagesweep.policy;

import io.imagesweep.policy.Limits.OnExceeded;
import java.util.List;

/** Reads what a file says under {@code limits}. */
final class LimitsSettings {

    static final SectionKind<Limits> KIND = new SectionKind<>(
            List.of(
                    "max-deletions",
                    "max-deletions-per-run",
                    "max-percent",
                    "max-population-drop",
                    "max-percent-from",
                    "on-exceeded",
                    "max-failures",
                    "ramp-up"),
            LimitsSettings::of);

    private static final int MILLION = 1_000_000;

    private LimitsSettings() {}

    private static Limits of(Section section) {
        Limits defaults = Limits.DEFAULTS;
        return new Limits(
                number(section, "max-deletions", 1, MILLION, defaults.maxDeletions()),
                number(section, "max-deletions-per-run", 1, 10 * MILLION, defaults.maxDeletionsPerRun()),
                number(section, "max-percent", 1, 100, defaults.maxPercent()),
                number(section, "max-population-drop", 1, 100, defaults.maxPopulationDrop()),
                number(section, "max-percent-from", 0, MILLION, defaults.maxPercentFrom()),
                section.read("on-exceeded", ScalarKind.oneOf(OnExceeded.class)).orElse(defaults.onExceeded()),
                number(section, "max-failures", 1, MILLION, defaults.maxFailures()),
                number(section, "ramp-up", 1, MILLION, defaults.rampUp()));
    }

    private static int number(Section section, String key, int least, int most, int otherwise) {
        return section.read(key, ScalarKind.wholeNumber(least, most)).orElse(otherwise);
    }
}
