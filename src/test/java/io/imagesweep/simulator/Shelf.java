package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The resources of one kind in a region, by id, in the order they came. */
final class Shelf<T extends Tagged> {

    private final Map<String, T> items = new LinkedHashMap<>();

    Shelf(List<T> seed) {
        seed.forEach(this::add);
    }

    /** Keeps what is there already. */
    synchronized void add(T item) {
        items.putIfAbsent(item.resourceId(), item);
    }

    synchronized List<T> all() {
        return List.copyOf(items.values());
    }

    synchronized Optional<T> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    synchronized boolean remove(String id) {
        return items.remove(id) != null;
    }

    /** False: there is none, or it was so already. */
    synchronized boolean change(String id, UnaryOperator<T> edit) {
        var before = items.get(id);
        if (before == null) {
            return false;
        }
        var after = edit.apply(before);
        items.put(id, after);
        return !after.equals(before);
    }
}
