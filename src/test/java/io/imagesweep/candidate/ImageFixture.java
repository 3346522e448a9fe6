package io.imagesweep.candidate;

import io.imagesweep.devservices.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Images for tests. */
public final class ImageFixture {

    public static final AccountRegion HANGZHOU = new AccountRegion("1000000000000001", "cn-hangzhou");
    public static final AccountRegion BEIJING = new AccountRegion("1000000000000001", "cn-beijing");
    public static final AccountRegion OTHER_ACCOUNT = new AccountRegion("1000000000000002", "cn-hangzhou");
    public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private ImageFixture() {}

    public static Candidate image(AccountRegion where, String id, @Nullable Instant createdAt) {
        return new Candidate(
                new ImageKey(where, id),
                "name of " + id,
                "nightly",
                "1",
                "Available",
                createdAt,
                40,
                Map.of("builder", "packer", "env", ""),
                List.of("s-" + id),
                false,
                false,
                false);
    }

    public static Candidate image(String id) {
        return image(HANGZHOU, id, NOON);
    }

    public static Candidate named(Candidate image, String name) {
        return new Candidate(
                image.key(),
                name,
                image.family(),
                image.version(),
                image.status(),
                image.createdAt(),
                image.sizeGib(),
                image.tags(),
                image.snapshotIds(),
                image.shared(),
                image.isPublic(),
                image.copied());
    }

    public static Candidate withStatus(String status, Candidate image) {
        return new Candidate(
                image.key(),
                image.name(),
                image.family(),
                image.version(),
                status,
                image.createdAt(),
                image.sizeGib(),
                image.tags(),
                image.snapshotIds(),
                image.shared(),
                image.isPublic(),
                image.copied());
    }

    public static Inventory inventory(TestDatabase database) {
        return new Inventory(database.jdbc(), database.batches(), database.transactions());
    }

    public static Candidates candidates(TestDatabase database) {
        return new Candidates(database.jdbc(), database.transactions());
    }
}
