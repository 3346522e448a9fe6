package io.imagesweep.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word was meant by a misspelt one. */
public final class Nearest {

    private static final int FARTHEST = 2;

    private Nearest() {}

    /** Gives a part of a sentence, empty where nothing known is near. */
    public static String hint(String word, List<String> known) {
        return of(word, known).map(near -> " (did you mean " + near + "?)").orElse("");
    }

    private static Optional<String> of(String word, List<String> known) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return known.stream()
                .filter(other -> Math.abs(other.length() - plain.length()) <= FARTHEST)
                .filter(other -> distance(plain, other) <= Math.min(FARTHEST, other.length() / 3))
                .min(Comparator.comparingInt(other -> distance(plain, other)));
    }

    /** Counts the letters to add, drop, change or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cheapest(int[][] rows, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edit = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + change);
        boolean isSwap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwap ? Math.min(edit, rows[i - 2][j - 2] + 1) : edit;
    }
}
