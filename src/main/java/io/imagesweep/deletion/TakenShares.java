package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.util.List;

/** Port: remembers from whom an image was taken, so that it can be given back even by another process. */
public interface TakenShares {

    /** The image is about to be taken from {@code accounts}, perhaps from nobody; that is recorded when this returns. */
    Owed taken(ImageKey image, List<String> accounts);

    /** What became of it for all of {@code owed}. Who has it taken from them since is owed it still. */
    void ended(ImageKey image, Owed owed, Ending ending);

    /**
     * Those from whom one run took an image, in all turns of which nobody knows yet that they have it back.
     *
     * @param turn the last of these turns; 0 where there is none
     */
    record Owed(int turn, List<String> accounts) {

        public Owed {
            accounts = List.copyOf(accounts);
        }
    }

    /** What became of an image that was taken from accounts. */
    sealed interface Ending {

        /** It is gone, so nobody gets it back. */
        record Gone() implements Ending {}

        /** They have it again. */
        record PutBack() implements Ending {}

        /** Some of them, {@code accounts}, cannot have it again; all others have it. */
        record Failed(List<String> accounts, ApiAnswer said) implements Ending {

            public Failed {
                accounts = List.copyOf(accounts);
            }
        }
    }
}
