package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.re2j.PatternSyntaxException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTests {

    static Stream<Arguments> globs() {
        return Stream.of(
                arguments("a", "a", true),
                arguments("a", "A", false),
                arguments("a", "ab", false),
                arguments("ab", "a", false),
                arguments("*", "a\nb\r\n\u2028", true),
                arguments("a*", "a", true),
                arguments("*a", "ba", true),
                arguments("*a", "ab", false),
                arguments("a*b*c", "a-b-b-c", true),
                arguments("a*b*c", "a-c-b", false),
                arguments("*ab", "aab", true),
                arguments("a**", "a", true),
                arguments("?", "\ud83d\ude00", true),
                arguments("??", "\ud83d\ude00", false),
                arguments("?", "\n", true),
                arguments("?", "e\u0301", false),
                arguments("*\ud83d\ude00", "x\ud83d\ude00", true),
                arguments("*\ude00", "x\ud83d\ude00", false),
                arguments("[ab]", "a", false),
                arguments("[ab]", "[ab]", true),
                arguments("{a,b}", "a", false),
                arguments("\\*", "\\x", true),
                arguments("\\*", "*", false),
                arguments("a.c", "abc", false),
                arguments("é", "e\u0301", false),
                arguments(" a", "a", false));
    }

    @ParameterizedTest
    @MethodSource("globs")
    void fitsGlobsOnTheWholeText(String glob, String text, boolean fits) {
        assertThat(new Glob(glob).fits(text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void fitsGlobsAsARegularExpressionWould(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 5000; i++) {
            String glob = letters(random, "ab*?\ud83d\ude00");
            String text = letters(random, "ab\n\ud83d\ude00");

            assertThat(new Glob(glob).fits(text)).as("%s on %s", glob, text).isEqualTo(GlobExpression.fits(glob, text));
        }
    }

    private static String letters(RandomGenerator random, String from) {
        int[] points = from.codePoints().toArray();
        return random.ints(random.nextInt(8), 0, points.length)
                .mapToObj(i -> Character.toString(points[i]))
                .collect(Collectors.joining());
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments("a|bc", "bc", true),
                arguments("a|bc", "abc", false),
                arguments("a", "A", false),
                arguments("a$", "a\n", false),
                arguments("a.b", "a\nb", false),
                arguments("a.b", "a\rb", true),
                arguments("a.b", "a\ud83d\ude00b", true),
                arguments("\\d+", "12", true),
                arguments("\\d", "\u0661", false),
                arguments("\\w", "é", false),
                arguments("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "01234567-89ab-cdef-0123-456789abcdef", true));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void fitsExpressionsOnTheWholeText(String expression, String text, boolean fits) {
        assertThat(Expression.parse("regex:" + expression).fits(text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a",
                "a{1001}",
                "(?=a)",
                "(a)\\1",
                "((a{100}){100}){100}",
                "(((((a{999}){999}){999}){999}){999}){999}",
                "(a{1000}){0,1000}",
                "(?:a{1,}){900,}"
            })
    void refusesExpressionsThatAreNoneOrTooLarge(String expression) {
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> Expression.parse("regex:" + expression));
    }

    @Test
    void refusesExpressionsThatAreTooLong() {
        Expression.parse("regex:" + "a".repeat(1000));
        Expression.parse("regex:" + "(".repeat(500) + ")".repeat(500));
        Expression.parse("regex:a{0,1000}");

        // 1000 characters, times nine repeats of a group and one: exactly the 10,000 steps that are allowed.
        Expression.parse("regex:" + "a".repeat(993) + "(b){9}" + "c");
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> Expression.parse("regex:" + "a".repeat(993) + "(b){10}"));
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> Expression.parse("regex:" + "a".repeat(1001)))
                .withMessageContaining("too large");
    }

    @Test
    @Timeout(10)
    void neverRunsLong() {
        String name = "a".repeat(10_000);

        assertThat(new Glob("*a".repeat(200) + "b").fits(name)).isFalse();
        assertThat(Expression.parse("regex:(a*)*b").fits(name)).isFalse();
        assertThat(Expression.parse("regex:(a|aa)+b").fits(name)).isFalse();
        assertThat(Expression.parse("regex:(a?){900}b").fits(name)).isFalse();
    }

    @Test
    void showsItselfAsItIsWritten() {
        assertThat(new Glob("a*")).hasToString("a*");
        assertThat(Expression.parse("regex:a.*")).hasToString("regex:a.*");
    }
}
