package io.imagesweep.ledger;

import java.util.regex.Pattern;

/** The operator's name of a live run: the same key resumes an unfinished run and repeats no finished one. */
public record RunKey(String value) {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(\\.[0-9]{1,4}-of-[0-9]{1,4})?");

    public RunKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "run key '" + value
                            + "' is not 1 to 100 letters, digits, dots, underscores and hyphens that begin with a letter or digit");
        }
    }

    /** Names one part of the run. */
    public RunKey of(Shard shard) {
        return new RunKey("%s.%d-of-%d".formatted(value, shard.index(), shard.count()));
    }

    @Override
    public String toString() {
        return value;
    }
}
