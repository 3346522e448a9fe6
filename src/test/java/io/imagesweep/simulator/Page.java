package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Takes what belongs on the page that PageNumber and PageSize ask for, of all that is offered. */
final class Page<T> {

    private static final int USUAL_SIZE = 10;

    private final int number;
    private final int size;
    private final List<T> items = new ArrayList<>();
    private int total;

    private Page(int number, int size) {
        this.number = number;
        this.size = size;
    }

    static <T> Page<T> of(Arguments arguments) {
        return new Page<>(arguments.integer("PageNumber", 1), arguments.integer("PageSize", USUAL_SIZE));
    }

    static <T> Page<T> of(Arguments arguments, List<T> all) {
        var page = Page.<T>of(arguments);
        all.forEach(page::offer);
        return page;
    }

    void offer(T item) {
        if (total >= (number - 1L) * size && items.size() < size) {
            items.add(item);
        }
        total++;
    }

    List<T> items() {
        return items;
    }

    ObjectNode heading() {
        return Answer.object()
                .put("TotalCount", total)
                .put("PageNumber", number)
                .put("PageSize", size);
    }
}
