package io.imagesweep.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Port: reads what stands around an image that is to go. Retries and paces by itself; changes nothing. */
public interface ImageNeighbours {

    /** Names the accounts with which an image is shared; none where there is no such image. */
    Reading<List<String>> sharedWith(ImageKey image);

    /** Says which of {@code snapshotIds} exist. */
    Reading<Set<String>> existing(AccountRegion where, Collection<String> snapshotIds);
}
