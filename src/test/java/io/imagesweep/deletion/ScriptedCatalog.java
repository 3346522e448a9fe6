package io.imagesweep.deletion;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.policy.Approved;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Shows one image as told, look by look; the last of what was told stays. */
final class ScriptedCatalog implements ImageCatalog {

    enum Sight {
        THERE,
        HIDDEN,
        GONE,
        UNREADABLE,
        DENIED
    }

    int looks;
    private final Queue<Sight> sights = new ArrayDeque<>();

    ScriptedCatalog shows(Sight... next) {
        sights.addAll(List.of(next));
        return this;
    }

    @Override
    public Reading<Optional<Candidate>> image(ImageKey key) {
        looks++;
        return switch (sights.size() > 1 ? sights.remove() : sights.element()) {
            case THERE ->
                new Reading.Complete<>(Optional.of(Approved.deletion(key).candidate()));
            case HIDDEN ->
                new Reading.Complete<>(Optional.of(Approved.deprecated(key).candidate()));
            case GONE -> new Reading.Complete<>(Optional.empty());
            case UNREADABLE -> new Reading.Unreadable<>(false, "503: ServiceUnavailable");
            case DENIED -> new Reading.Unreadable<>(true, "Forbidden.RAM: not authorized");
        };
    }

    @Override
    public Reading<List<String>> regions(AccountSettings account) {
        throw new AssertionError("nobody asks for regions");
    }

    @Override
    public Reading<List<Candidate>> images(AccountRegion where) {
        throw new AssertionError("nobody asks for a listing");
    }
}
