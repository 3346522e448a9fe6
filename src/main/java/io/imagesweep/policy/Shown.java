package io.imagesweep.policy;

/** Shows text from outside within a sentence: quoted, short, on one line. */
final class Shown {

    private static final int LONGEST = 60;
    private static final int LONGEST_SENTENCE = 300;

    private Shown() {}

    static String of(String text) {
        return '"' + shortened(text) + '"';
    }

    /** Shows text that needs no quotes. */
    static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** Shows a sentence. */
    static String sentence(String text) {
        return shortened(text, LONGEST_SENTENCE);
    }

    private static String shortened(String text, int longest) {
        var shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> shown.appendCodePoint(isPlain(point) ? point : '\uFFFD'));
        return shown.append(isLonger(text, longest) ? "…" : "").toString();
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

    private static boolean isLonger(String text, int longest) {
        return text.codePoints().skip(longest).findAny().isPresent();
    }
}
