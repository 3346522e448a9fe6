package io.imagesweep.ledger;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A word in requests: where it occurs something is lost, at each so manieth place and so many times. */
final class LostWord {

    static final LostWord NONE = new LostWord("", 1, 0);

    private final String word;
    private final int every;
    private final AtomicInteger left;

    LostWord(String word, int every, int times) {
        this.word = word;
        this.every = every;
        this.left = new AtomicInteger(every * times);
    }

    /** Says whether this request, or the answer to it, is to be lost. */
    boolean isIn(byte[] request, int length) {
        return left.get() > 0
                && new String(request, 0, length, StandardCharsets.ISO_8859_1).contains(word)
                && left.getAndDecrement() % every == 1 % every;
    }
}
