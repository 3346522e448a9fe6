package io.imagesweep.policy;

/** Shows text from outside within a sentence: quoted, short, on one line. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        return '"' + shortened(text) + '"';
    }

    /** Shows text that needs no quotes. */
    static String shortened(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> shown.appendCodePoint(isPlain(point) ? point : '\uFFFD'));
        return shown.append(isLong(text) ? "…" : "").toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isLong(String text) {
        return text.codePoints().skip(LONGEST).findAny().isPresent();
    }
}
