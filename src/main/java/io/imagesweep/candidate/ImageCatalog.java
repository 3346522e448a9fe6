package io.imagesweep.candidate;

import java.util.List;
import java.util.Optional;

/** Port: reads the images of an account from its provider. Retries and paces by itself; changes nothing. */
public interface ImageCatalog {

    /** Names the regions of {@code account}, ascending. */
    Reading<List<String>> regions(AccountSettings account);

    /** Lists every image that the account owns in a region, in all six statuses, in no certain order. */
    Reading<List<Candidate>> images(AccountRegion where);

    /**
     * Looks up one image by its id, whatever its status. Surer than a listing, whose pages shift while images vanish. Once
     * its pace has stopped it makes one call and no more, so that a stop can still settle what a deletion left unknown.
     */
    Reading<Optional<Candidate>> image(ImageKey key);
}
