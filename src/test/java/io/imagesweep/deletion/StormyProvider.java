package io.imagesweep.deletion;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.policy.Approved;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Holds images and deletes them, but throttles one call in five, and answers every fifth with an error, done or not. */
final class StormyProvider implements ImageRemover, ImageCatalog {

    private static final double RATE = 0.2;

    final Set<ImageKey> images = ConcurrentHashMap.newKeySet();
    private final Map<ImageKey, RandomGenerator> chances = new ConcurrentHashMap<>();

    StormyProvider(long seed, List<ImageKey> images) {
        this.images.addAll(images);
        var random = new SplittableRandom(seed);
        images.forEach(image -> chances.put(image, random.split()));
    }

    @Override
    public Answer delete(ImageKey image, boolean force) {
        RandomGenerator chance = chance(image);
        if (chance.nextDouble() < RATE) {
            return Answers.THROTTLED;
        }
        boolean fails = chance.nextDouble() < RATE;
        boolean there = (fails && chance.nextBoolean()) ? images.contains(image) : images.remove(image);
        if (fails) {
            return Answers.UNCLEAR;
        }
        return there ? Answers.ACCEPTED : Answers.MISSING;
    }

    @Override
    public Answer status(ImageKey image, String status) {
        throw new AssertionError("nobody changes a status");
    }

    @Override
    public Answer unshare(ImageKey image, List<String> accounts) {
        throw new AssertionError("nobody unshares");
    }

    @Override
    public Answer share(ImageKey image, List<String> accounts) {
        throw new AssertionError("nobody shares");
    }

    @Override
    public Answer deleteSnapshot(AccountRegion where, String snapshotId) {
        throw new AssertionError("nobody deletes a snapshot");
    }

    private RandomGenerator chance(ImageKey image) {
        return Objects.requireNonNull(chances.get(image));
    }

    @Override
    public Reading<Optional<Candidate>> image(ImageKey key) {
        if (chance(key).nextDouble() < RATE) {
            return new Reading.Unreadable<>(false, "503");
        }
        return new Reading.Complete<>(
                images.contains(key) ? Optional.of(Approved.deletion(key).candidate()) : Optional.empty());
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
