package io.imagesweep.policy;

import org.yaml.snakeyaml.error.Mark;

/** Where something stands in a file; both numbers count from 1. */
record Place(int line, int column) {

    static final Place START = new Place(1, 1);

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Gives the place right behind {@code text}, which stands at the start of a file. */
    static Place behind(CharSequence text) {
        String[] lines = text.toString().split("\r\n|\r|\n", -1);
        String last = lines[lines.length - 1];
        return new Place(lines.length, last.codePointCount(0, last.length()) + 1);
    }
}
