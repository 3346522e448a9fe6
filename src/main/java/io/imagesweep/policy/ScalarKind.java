package io.imagesweep.policy;

import io.imagesweep.policy.Node.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of a certain form.
 *
 * @param schema describes it as a part of a JSON Schema
 * @param parse gives nothing for a text of another form
 */
record ScalarKind<T>(String allowed, Map<String, Object> schema, Function<String, Optional<T>> parse)
        implements Kind<T> {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** Allows texts of this form as a whole. */
    static ScalarKind<String> text(String allowed, String form) {
        Predicate<String> isAllowed = Pattern.compile(form).asMatchPredicate();
        return new ScalarKind<>(
                allowed, Schema.text(form), text -> Optional.of(text).filter(isAllowed));
    }

    static ScalarKind<Integer> wholeNumber(int least, int most) {
        return new ScalarKind<>(
                "a whole number from " + least + " to " + most,
                Schema.wholeNumber(least, most),
                text -> Optional.of(text)
                        .filter(WHOLE_NUMBER.asMatchPredicate())
                        .map(Integer::valueOf)
                        .filter(number -> number >= least && number <= most));
    }

    static ScalarKind<Span> span() {
        return new ScalarKind<>(
                "a duration from 1h to 3650d: a whole number and h, d or w", Schema.word(Span.WITHIN), Span::parse);
    }

    static ScalarKind<Boolean> truth() {
        return oneOf(List.of(true, false), Schema.of("type", "boolean"));
    }

    /** Allows the words that {@code values} are written with. */
    static <T> ScalarKind<T> oneOf(List<T> values) {
        return oneOf(
                values, Schema.of("enum", values.stream().map(Object::toString).toList()));
    }

    /** Allows the number alone. */
    static ScalarKind<Integer> only(int number) {
        return oneOf(List.of(number), Schema.of("enum", List.of(number)));
    }

    private static <T> ScalarKind<T> oneOf(List<T> values, Map<String, Object> schema) {
        return new ScalarKind<>(
                values.stream().map(Object::toString).collect(Collectors.joining(", ")),
                schema,
                text -> values.stream()
                        .filter(value -> value.toString().equals(text))
                        .findFirst());
    }

    static <T extends Enum<T>> ScalarKind<T> oneOf(Class<T> words) {
        return oneOf(Arrays.asList(words.getEnumConstants()));
    }

    @Override
    public Optional<T> read(Node node, String path, Findings findings) {
        Optional<T> value = node instanceof Text text && !text.isBlank() ? parse.apply(text.text()) : Optional.empty();
        return value.isPresent() ? value : refuse(node, path, findings);
    }
}
