package io.imagesweep.job;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunFacts;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.Runs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the first row of a run. */
@Component
final class NewRuns {

    private final Runs runs;
    private final Clock clock;

    NewRuns(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    Run of(RunRequest request) {
        var now = clock.instant();
        return new Run(
                RunId.next(),
                keyOf(request),
                request.mode(),
                RunStatus.PLANNING,
                decidedAt(request, now),
                request.policy().hash(),
                null,
                request.planId(),
                request.scope(),
                System.getProperty("user.name", "unknown"),
                hostName(),
                now,
                null,
                null,
                1,
                RunFacts.NONE);
    }

    /**
     * The operator's key, or the default of the command: the id of the plan or of the run to undo, the hash of the listed ids,
     * or the UTC date. A part of a run has that of the whole with its own number behind it.
     */
    RunKey keyOf(RunRequest request) {
        var plan = request.planId();
        if (plan != null) {
            return new RunKey((request.restores() ? "restore-" : "apply-") + plan);
        }
        var key = wholeKeyOf(request);
        var shard = request.scope().shard();
        return shard == null ? key : key.of(shard);
    }

    private RunKey wholeKeyOf(RunRequest request) {
        var key = request.key();
        if (key != null) {
            return key;
        }
        var images = request.images();
        return new RunKey(
                images == null
                        ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()
                        : hash(images));
    }

    /** An applied plan keeps the plan's own {@code now}. */
    private Instant decidedAt(RunRequest request, Instant now) {
        var plan = request.planId();
        var asOf = request.asOf();
        if (plan != null && !request.restores()) {
            return runs.find(plan).orElseThrow().decidedAt();
        }
        return (asOf == null ? now : asOf).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String hash(List<ImageKey> images) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            images.stream()
                    .sorted()
                    .distinct()
                    .forEach(image -> sha.update((image + "\n").getBytes(StandardCharsets.UTF_8)));
            return "ids-" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown"; // a name for people, nothing depends on it
        }
    }
}
