package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Remembers, in words, what it is told. */
final class RememberedShares implements TakenShares {

    final List<String> told = new ArrayList<>();
    List<String> owedBefore = List.of();

    @Override
    public Owed taken(ImageKey image, List<String> accounts) {
        if (!accounts.isEmpty()) {
            told.add("taken from " + String.join(",", accounts));
        }
        return new Owed(
                told.size(),
                Stream.concat(owedBefore.stream(), accounts.stream()).distinct().toList());
    }

    @Override
    public void ended(ImageKey image, Owed owed, Ending ending) {
        told.add(
                ending instanceof Ending.Failed(var accounts, var _)
                        ? "Failed for " + String.join(",", accounts)
                        : ending.getClass().getSimpleName());
    }
}
