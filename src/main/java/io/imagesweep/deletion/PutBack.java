package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.TakenShares.Ending;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Gives images back that a dead process took from accounts and did not delete. Thread-safe. */
public final class PutBack {

    private final ImageRemover remover;
    private final DeletionSettings settings;
    private final InstantSource clock;

    public PutBack(ImageRemover remover, DeletionSettings settings, InstantSource clock) {
        this.remover = remover;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Gives one image back; empty where that is not settled yet.
     *
     * @param earlier numbers the calls on
     * @param answers gets each answered call
     */
    public Optional<Ending> putBack(
            ImageKey image,
            List<String> accounts,
            EarlierCalls earlier,
            Function<String, Pace> paces,
            Breaker breaker,
            Consumer<Attempt> answers) {
        var pace = paces.apply(ShareChange.ACTION);
        return new Sharing(remover, pace, breaker, Backoff.PATIENT, settings.maxAttempts())
                .putBack(new Calls(clock, image, earlier, answers), accounts, List.of());
    }
}
