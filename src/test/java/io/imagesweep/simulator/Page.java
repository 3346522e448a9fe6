package io.imagesweep.simulator;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is on the page that PageNumber and PageSize ask for, of all there is. */
record Page<T>(int number, int size, int total, List<T> items) {

    private static final int USUAL_SIZE = 10;

    static <T> Page<T> of(Arguments arguments, List<T> all) {
        int number = arguments.integer("PageNumber", 1);
        int size = arguments.integer("PageSize", USUAL_SIZE);
        int from = (int) Math.min((number - 1L) * size, all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(number, size, all.size(), all.subList(from, to));
    }

    ObjectNode heading() {
        return Answer.object()
                .put("TotalCount", total)
                .put("PageNumber", number)
                .put("PageSize", size);
    }
}
