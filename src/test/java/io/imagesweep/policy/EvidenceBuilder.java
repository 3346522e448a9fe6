package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceState;
import io.imagesweep.candidate.SourceStates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds what is known beside an image: by default its region was read an hour ago, is watched for a year, and nobody uses it. */
final class EvidenceBuilder {

    static final Instant SYNCED = NOW.minus(Duration.ofHours(1));
    static final String OWNER = "1001";
    static final String OTHER = "2002";

    private static final String REGION = "cn-hangzhou";

    private final List<ImageUse> uses = new ArrayList<>();
    private final Map<AccountRegion, Map<ReferenceSource, SourceState>> states = new HashMap<>();
    private @Nullable Instant deprecatedAt;

    static EvidenceBuilder evidence() {
        return new EvidenceBuilder().read(OWNER);
    }

    /** All sources of an account were read well. */
    EvidenceBuilder read(String account) {
        for (var source : ReferenceSource.values()) {
            source(account, source, new SourceState(SYNCED, null, NOW.minus(Duration.ofDays(365))));
        }
        return this;
    }

    EvidenceBuilder source(String account, ReferenceSource source, SourceState state) {
        states.computeIfAbsent(new AccountRegion(account, REGION), _ -> new HashMap<>())
                .put(source, state);
        return this;
    }

    EvidenceBuilder use(String type, @Nullable Instant seenAt) {
        return use(type, OWNER, seenAt);
    }

    EvidenceBuilder use(String type, String account, @Nullable Instant seenAt) {
        uses.add(new ImageUse(type, "x-1", account, seenAt));
        return this;
    }

    EvidenceBuilder deprecated(Instant at) {
        deprecatedAt = at;
        return this;
    }

    Evidence build() {
        return new Evidence(uses, new SourceStates(states), deprecatedAt);
    }
}
