package io.imagesweep.policy;

import io.imagesweep.policy.Node.Items;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A list of values of one kind.
 *
 * @param what names the elements in the plural
 */
record ListKind<T>(String what, Kind<T> element, int least, int most) implements Kind<List<T>> {

    /** Allows one element or more. */
    static <T> ListKind<T> of(String what, Kind<T> element) {
        return new ListKind<>(what, element, 1, Integer.MAX_VALUE);
    }

    @Override
    public String allowed() {
        String size = most == Integer.MAX_VALUE ? " or more " : " to " + most + " ";
        return "a list of " + least + size + what;
    }

    @Override
    public Map<String, Object> schema() {
        return Schema.list(element.schema(), least, most);
    }

    @Override
    public Optional<List<T>> read(Node node, String path, Findings findings) {
        if (!(node instanceof Items items)
                || items.elements().size() < least
                || items.elements().size() > most) {
            return refuse(node, path, findings);
        }
        List<T> good = IntStream.range(0, items.elements().size())
                .mapToObj(i -> element.read(items.elements().get(i), Pointer.element(path, i), findings))
                .flatMap(Optional::stream)
                .toList();
        return good.size() == items.elements().size() ? Optional.of(good) : Optional.empty();
    }
}
