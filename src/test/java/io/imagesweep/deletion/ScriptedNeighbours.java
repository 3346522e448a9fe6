package io.imagesweep.deletion;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.candidate.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Tells what it was told to tell. */
final class ScriptedNeighbours implements ImageNeighbours {

    Reading<List<String>> accounts = new Reading.Complete<>(List.of());
    Reading<Set<String>> snapshots = new Reading.Complete<>(Set.of());

    @Override
    public Reading<List<String>> sharedWith(ImageKey image) {
        return accounts;
    }

    @Override
    public Reading<Set<String>> existing(AccountRegion where, Collection<String> snapshotIds) {
        return snapshots;
    }
}
