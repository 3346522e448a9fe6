package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.util.ArrayList;
import java.util.List;

/** Remembers, in words, what it is told. */
final class RememberedShares implements TakenShares {

    final List<String> told = new ArrayList<>();

    @Override
    public void taken(ImageKey image, List<String> accounts) {
        told.add("taken from " + String.join(",", accounts));
    }

    @Override
    public void ended(ImageKey image, Ending ending) {
        told.add(ending.getClass().getSimpleName());
    }
}
