package io.imagesweep.candidate;

import org.springframework.stereotype.Component;

/** The name under which this program's calls appear in the provider's own records. Thread-safe. */
@Component
public final class SessionName {

    private static final String PROGRAM = "imagesweep";
    /** What AssumeRole takes. */
    private static final int LONGEST = 64;

    private volatile String name = PROGRAM;

    /** From here on the calls are those of the run with {@code key}, whose characters are all legal in the name of a session. */
    public void ofRun(String key) {
        String whole = PROGRAM + "-" + key;
        name = whole.substring(0, Math.min(LONGEST, whole.length()));
    }

    @Override
    public String toString() {
        return name;
    }
}
