package io.imagesweep.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.MatchResult;

/** A regular expression, which takes time in proportion to the text's length whatever it says. */
record Expression(String text, Pattern pattern) implements TextPattern {

    static final String PREFIX = "regex:";

    private static final int LONGEST = 1000;
    private static final long MOST_STEPS = 10_000;
    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("(\\)?)\\{([0-9]{1,4})(?:,([0-9]{0,4}))?\\}");

    /** Reads what follows the prefix; throws {@link PatternSyntaxException} where it is no expression, or too large a one. */
    static Expression parse(String text) {
        String expression = text.substring(PREFIX.length());
        if (expression.length() > LONGEST || mostSteps(expression) > MOST_STEPS) {
            throw new PatternSyntaxException("too large", expression);
        }
        return new Expression(text, Pattern.compile(expression));
    }

    /** Estimates from above how large the compiled expression may become: the compiler multiplies nested repeats out. */
    private static long mostSteps(String expression) {
        double groups = 1;
        double steps = expression.length();
        for (MatchResult repeat : REPEAT.matcher(expression).results().toList()) {
            if (repeat.group(1).isEmpty()) {
                steps += count(repeat);
            } else {
                groups *= count(repeat);
            }
        }
        return (long) (groups * steps);
    }

    private static int count(MatchResult repeat) {
        String most = repeat.group(3) == null || repeat.group(3).isEmpty() ? repeat.group(2) : repeat.group(3);
        return Integer.parseInt(most) + 1;
    }

    @Override
    public boolean fits(String value) {
        return pattern.matches(value);
    }

    @Override
    public String toString() {
        return text;
    }
}
