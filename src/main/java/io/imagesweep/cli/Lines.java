package io.imagesweep.cli;

/** Lines of text that fit a terminal. */
final class Lines {

    private static final int WIDTH = 100;

    private Lines() {}

    /** Sets {@code text} behind {@code head}, in as many lines as it needs, all behind the head; words stay whole. */
    static String hanging(String head, String text) {
        var lines = new StringBuilder(head);
        int column = head.length();
        String gap = "";
        for (String word : text.split(" ", -1)) {
            if (column > head.length() && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(" ".repeat(head.length()));
                column = head.length();
                gap = "";
            }
            lines.append(gap).append(word);
            column += gap.length() + word.length();
            gap = " ";
        }
        return lines.toString();
    }
}
