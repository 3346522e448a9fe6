package io.imagesweep.policy;

import io.imagesweep.policy.Node.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of a certain form.
 *
 * @param parse gives nothing for a text of another form
 */
record ScalarKind<T>(String allowed, Function<String, Optional<T>> parse) implements Kind<T> {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    static ScalarKind<String> text(String allowed, Predicate<String> isAllowed) {
        return new ScalarKind<>(allowed, text -> Optional.of(text).filter(isAllowed));
    }

    static ScalarKind<Integer> wholeNumber(int least, int most) {
        return new ScalarKind<>(
                "a whole number from " + least + " to " + most,
                text -> Optional.of(text)
                        .filter(WHOLE_NUMBER.asMatchPredicate())
                        .map(Integer::valueOf)
                        .filter(number -> number >= least && number <= most));
    }

    static ScalarKind<Span> span() {
        return new ScalarKind<>("a duration from 1h to 3650d: a whole number and h, d or w", Span::parse);
    }

    static ScalarKind<Boolean> truth() {
        return oneOf(List.of(true, false));
    }

    /** Allows the words that {@code values} are written with. */
    static <T> ScalarKind<T> oneOf(List<T> values) {
        return new ScalarKind<>(
                values.stream().map(Object::toString).collect(Collectors.joining(", ")),
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
