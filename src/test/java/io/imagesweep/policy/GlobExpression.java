package io.imagesweep.policy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Globs as regular expressions, to compare with. */
final class GlobExpression {

    private GlobExpression() {}

    static boolean fits(String glob, String text) {
        String expression = glob.codePoints().mapToObj(GlobExpression::one).collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
    }

    private static String one(int point) {
        return switch (point) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(point));
        };
    }
}
