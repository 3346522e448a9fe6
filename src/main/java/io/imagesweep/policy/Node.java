package io.imagesweep.policy;

import java.util.List;

/** A part of the document, with the text as it is written: nothing is a number, a date or a null by itself. */
sealed interface Node {

    Place place();

    /**
     * A scalar.
     *
     * @param plain whether it is written without quotes, so that an empty one means that nothing is written
     */
    record Text(Place place, String text, boolean plain) implements Node {

        boolean isBlank() {
            return plain && text.isEmpty();
        }
    }

    /** A list. */
    record Items(Place place, List<Node> elements) implements Node {}

    /** A mapping, with keys that may be doubled. */
    record Mapping(Place place, List<Entry> entries) implements Node {}

    /** Something that was refused already, so that nothing more needs to be said about it. */
    record Refused(Place place) implements Node {}

    /** A key of a mapping and what is written for it. */
    record Entry(Place place, String key, Node value) {}

    /** Says in a sentence what was found. */
    default String shown() {
        return switch (this) {
            case Text text -> text.isBlank() ? "nothing" : Shown.of(text.text());
            case Items items -> items.elements().isEmpty() ? "an empty list" : "a list";
            case Mapping mapping -> mapping.entries().isEmpty() ? "an empty mapping" : "a mapping";
            case Refused refused -> "something that is no text, list or mapping";
        };
    }
}
