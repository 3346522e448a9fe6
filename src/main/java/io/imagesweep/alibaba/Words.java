package io.imagesweep.alibaba;

/** Texts from outside, made fit for a log and a database: one line, no control characters, not endless. */
final class Words {

    private static final int LONGEST = 1_000;

    private Words() {}

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
