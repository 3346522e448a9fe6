package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.util.List;

/** Port: remembers from whom an image was taken, so that it can be given back even by another process. */
public interface TakenShares {

    /** The image is about to be taken from {@code accounts}; that is recorded when this returns. */
    void taken(ImageKey image, List<String> accounts);

    /** What became of it. */
    void ended(ImageKey image, Ending ending);

    /** What became of an image that was taken from accounts. */
    sealed interface Ending {

        /** It is gone, so nobody gets it back. */
        record Gone() implements Ending {}

        /** They have it again. */
        record PutBack() implements Ending {}

        /** They cannot have it again. */
        record Failed(ApiAnswer said) implements Ending {}
    }
}
