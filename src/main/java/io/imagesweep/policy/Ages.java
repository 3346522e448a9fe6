package io.imagesweep.policy;

import java.time.Duration;

/** Writes durations for people, rounded down to two units. */
final class Ages {

    private Ages() {}

    static String text(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() + " min " + age.toSecondsPart() + " s";
    }
}
