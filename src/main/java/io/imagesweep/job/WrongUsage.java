package io.imagesweep.job;

/** The operator asked for something that cannot be done; the message is the one sentence that says what, and the remedy. */
public final class WrongUsage extends RuntimeException {

    public WrongUsage(String sentence) {
        super(sentence);
    }
}
