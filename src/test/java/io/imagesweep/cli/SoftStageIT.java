package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule whose images are hidden before they are deleted, and the way back. */
class SoftStageIT {

    static final String POLICY = """
            version: 1
            protect: { referenced-by: [], family-floor: 0 }
            rules:
              - name: soft
                match: { names: ["*"] }
                delete-when: { older-than: 30d }
                action: deprecate
                grace: 1h
            limits: { max-percent: 100, max-deletions: 10000, max-deletions-per-run: 10000, ramp-up: 10000 }
            """;

    private final ProgramUnderTest program =
            ProgramUnderTest.over(new CloudState().old("old", 6)).policy(POLICY);

    @AfterEach
    void close() {
        program.close();
    }

    private ProgramUnderTest.Answered deprecate() {
        var answer = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.json().path("outcomes")).hasToString("{\"DEPRECATED\":6}");
        return answer;
    }

    private static String id(ProgramUnderTest.Answered answer) {
        return answer.json().path("runId").asString();
    }

    private List<String> statuses() {
        return program.control("GET", "state", "")
                .at("/accounts/0/regions/0/images")
                .valueStream()
                .map(image -> image.path("status").asString())
                .distinct()
                .toList();
    }

    private List<String> ledger(String column, String run) {
        return program.ledger("select distinct coalesce(" + column
                + "::text, '-') from deletion_result where run_id = '" + run + "'");
    }

    @Test
    void hidesImagesAndDeletesThemOnlyAfterTheirGrace() {
        var run = deprecate();
        var again = program.run("run", "--apply", "--run-key", "k2", "--output", "json");
        var later = Instant.now().plus(Duration.ofHours(2)).toString();
        var plan = program.run("plan", "--as-of", later, "--output", "json");

        assertThat(statuses()).containsExactly("Deprecated");
        assertThat(program.calls("DeleteImage")).isEmpty();
        assertThat(program.calls("ModifyImageAttribute")).hasSize(6);
        assertThat(ledger("confirmed_at", id(run))).doesNotContain("-");
        assertThat(again.json().path("outcomes")).hasToString("{\"KEPT\":6}");
        assertThat(plan.json().path("outcomes")).hasToString("{\"PLANNED\":6}");
    }

    @Test
    void restoresWhatARunHid() {
        var run = id(deprecate());

        var dry = program.run("restore", run, "--output", "json");
        assertThat(statuses()).containsExactly("Deprecated");
        var wet = program.run("restore", run, "--apply", "--output", "json");
        var again = program.run("restore", run, "--apply", "--output", "json");
        var applied = program.run("apply", id(dry), "--yes");

        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.json().path("mode").asString()).isEqualTo("dry-run");
        assertThat(dry.json().path("outcomes")).hasToString("{\"PLANNED\":6}");
        assertThat(dry.json().at("/planned/0/rule").asString()).isEqualTo("soft");
        assertThat(wet.exitCode()).as(wet.err()).isZero();
        assertThat(wet.json().path("mode").asString()).isEqualTo("restore");
        assertThat(wet.json().path("runKey").asString()).isEqualTo("restore-" + run);
        assertThat(wet.json().path("status").asString()).isEqualTo("COMPLETED");
        assertThat(wet.json().path("outcomes")).hasToString("{\"RESTORED\":6}");
        assertThat(statuses()).containsExactly("Available");
        assertThat(ledger("confirmed_at", id(wet))).doesNotContain("-");
        assertThat(ledger("decision", id(wet))).containsExactly("RESTORE");
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("already done");
        assertThat(applied.exitCode()).isEqualTo(2);
        assertThat(applied.err()).contains("imagesweep restore " + run + " --apply");
        assertThat(program.calls("ModifyImageAttribute")).hasSize(12);
    }

    @Test
    void restoresNothingThatIsGoneOrThatSomebodyElseTouched() {
        var run = id(deprecate());
        var images = program.control("GET", "state", "")
                .at("/accounts/0/regions/0/images")
                .valueStream()
                .skip(1)
                .map(image -> image.toString())
                .toList();
        var changed = images.getFirst().replace("Deprecated", "Available");
        program.control(
                "PUT",
                "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU,
                "{\"images\": [" + changed + "," + String.join(",", images.subList(1, images.size())) + "]}");

        var restored = program.run("restore", run, "--apply", "--output", "json");

        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.json().path("outcomes")).hasToString("{\"RESTORED\":4,\"ALREADY_GONE\":1,\"SKIPPED\":1}");
        assertThat(program.calls("ModifyImageAttribute")).hasSize(10);
        assertThat(ledger("message", id(restored))).contains("somebody else made it available already");
    }

    @Test
    void leavesToALaterRunWhatThatHidAgain() {
        var first = id(deprecate());
        assertThat(program.run("restore", first, "--apply").exitCode()).isZero();
        var second = program.run("run", "--apply", "--run-key", "k2", "--output", "json");

        assertThat(second.json().path("outcomes")).hasToString("{\"DEPRECATED\":6}");
        assertThat(program.run("restore", id(second), "--output", "json").outcome("PLANNED"))
                .isEqualTo(6);
        assertThat(program.run("restore", first, "--output", "json").outcome("SKIPPED"))
                .isEqualTo(6);
    }

    @Test
    void refusesWhatCannotBeRestored() {
        var plan = id(program.run("plan", "--output", "json"));

        assertThat(program.run("restore", "00000000-0000-0000-0000-000000000000")
                        .err())
                .contains("There is no run 00000000-0000-0000-0000-000000000000");
        assertThat(program.run("restore", plan).err()).contains("has the mode dry-run");
        program.policy(POLICY.replace("match: { names: [\"*\"] }", "match: { names: [\"none-*\"] }"));
        var empty = id(program.run("run", "--apply", "--run-key", "k0", "--output", "json"));
        var refused = program.run("restore", empty, "--apply");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("deprecated no image");
        program.control("PUT", "settings", "{\"latency\": \"200ms\"}");
        program.policy(POLICY);
        var stopped = program.run("run", "--apply", "--run-key", "k1", "--deadline", "1s", "--output", "json");
        assertThat(stopped.json().path("status").asString()).isIn("STOPPED", "PLANNING");
        assertThat(program.run("restore", id(stopped)).err()).contains("let its key k1 finish it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"fault\": \"cut\", \"applied\": true", "\"fault\": \"error\", \"httpStatus\": 500"})
    void tellsTheTruthThoughAnswersGetLost(String fault) {
        program.cloud()
                .faults("[{\"action\": \"ModifyImageAttribute\", \"nth\": 2, \"times\": 3, %s}]".formatted(fault));

        var run = id(deprecate());
        program.cloud()
                .faults("[{\"action\": \"ModifyImageAttribute\", \"nth\": 2, \"times\": 3, %s}]".formatted(fault));
        var restored = program.run("restore", run, "--apply", "--output", "json");

        assertThat(restored.json().path("outcomes")).hasToString("{\"RESTORED\":6}");
        assertThat(statuses()).containsExactly("Available");
    }
}
