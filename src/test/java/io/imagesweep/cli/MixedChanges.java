package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Images of which a third is hidden, a third deleted with snapshots, and a third taken from others first; and what became of them. */
final class MixedChanges {

    static final String POLICY = """
            version: 1
            protect: { referenced-by: [], family-floor: 0, shared: false }
            rules:
              - name: soft
                match: { names: ["soft-*"] }
                delete-when: { older-than: 30d }
                action: deprecate
                grace: 1h
              - name: the-rest
                match: { names: ["*"] }
                delete-when: { older-than: 30d }
                unshare: true
                delete-snapshots: true
            limits: { max-percent: 100, max-deletions: 100000, max-deletions-per-run: 100000, ramp-up: 100000,
              max-failures: 100000 }
            """;

    private static final String USERS = "[\"1000000000000003\",\"1000000000000004\"]";

    private MixedChanges() {}

    static CloudState state(int images) {
        var state = new CloudState();
        IntStream.range(0, images).forEach(number -> add(state, number));
        return state;
    }

    private static void add(CloudState state, int number) {
        var kind = List.of("soft", "plain", "shared").get(number % 3);
        var id = "m-%s-%05d".formatted(kind, number);
        var region = number % 2 == 0 ? CloudState.HANGZHOU : CloudState.BEIJING;
        state.image(CloudState.ACCOUNT, region, id, """
                "imageName": "%s-%d", "creationTime": "-P40D", "snapshotIds": ["s-%d"], "sharedWith": %s
                """.formatted(
                        kind, number, number, kind.equals("shared") ? USERS : "[]"));
    }

    /** Compares every record with the state of the cloud. */
    static void assertTrue(ProgramUnderTest program) {
        Map<String, String> statuses = new HashMap<>();
        images(program)
                .forEach(image -> statuses.put(
                        image.path("imageId").asString(), image.path("status").asString()));
        assertThat(program.ledger(
                        "select image_id || ' ' || outcome from deletion_result join cleanup_run using (run_id)"
                                + " where mode = 'apply'"))
                .allSatisfy(row -> assertThat(statuses.getOrDefault(id(row), "gone"))
                        .as(row)
                        .isEqualTo(statusAfter(outcome(row))));
        assertThat(program.ledger("select image_id || ' ' || outcome from unshared_image"))
                .allSatisfy(row -> assertThat(statuses.getOrDefault(id(row), "gone"))
                        .as(row)
                        .isIn(outcome(row).equals("GONE") ? Set.of("gone") : Set.of("gone", "Available")));
        assertShares(program);
        assertSnapshots(program);
        assertVerified(program);
    }

    private static void assertVerified(ProgramUnderTest program) {
        assertThat(program.ledger("select run_id from cleanup_run where plan_hash is not null"))
                .isNotEmpty()
                .allSatisfy(
                        run -> assertThat(program.run("report", run, "--verify").out())
                                .contains("is seen to be altered", "every change has its call"));
    }

    private static String statusAfter(String outcome) {
        return switch (outcome) {
            case "DELETED" -> "gone";
            case "DEPRECATED" -> "Deprecated";
            case "FAILED", "SKIPPED", "DEFERRED" -> "Available";
            default -> "nothing: " + outcome + " is no outcome here";
        };
    }

    /** Compares with whom images are shared with the records of that. */
    static void assertShares(ProgramUnderTest program) {
        assertThat(program.ledger("select distinct outcome from unshared_image"))
                .isSubsetOf("GONE", "PUT_BACK");
        assertThat(images(program).stream()
                        .filter(image -> image.path("imageId").asString().startsWith("m-shared"))
                        .map(image -> image.path("sharedWith").toString()))
                .allMatch(USERS::equals);
    }

    private static void assertSnapshots(ProgramUnderTest program) {
        var there = regions(program).stream()
                .flatMap(region -> region.path("snapshots").valueStream())
                .map(snapshot -> snapshot.path("snapshotId").asString())
                .collect(Collectors.toSet());
        assertThat(program.ledger("select snapshot_id || ' ' || outcome from snapshot_result"))
                .allSatisfy(row -> assertThat(there.contains(id(row)))
                        .as(row)
                        .isEqualTo(outcome(row).equals("FAILED")));
    }

    private static String id(String row) {
        return row.substring(0, row.indexOf(' '));
    }

    private static String outcome(String row) {
        return row.substring(row.indexOf(' ') + 1);
    }

    private static List<JsonNode> images(ProgramUnderTest program) {
        return regions(program).stream()
                .flatMap(region -> region.path("images").valueStream())
                .toList();
    }

    private static List<JsonNode> regions(ProgramUnderTest program) {
        return program.control("GET", "state", "")
                .at("/accounts/0/regions")
                .valueStream()
                .toList();
    }
}
