package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.cli.ProgramUnderTest.Answered;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks right before the calls, at sources that cannot always be read. */
class LookAgainIT {

    private static final String POLICY = ProgramUnderTest.POLICY.replace("referenced-by: []", "referenced-by: %s");
    private static final String ALL = "[instances, launch-templates, scaling-configurations]";

    private final ProgramUnderTest program = ProgramUnderTest.over(new CloudState().old("old", 3))
            .policy(POLICY.formatted(ALL))
            .setting("--imagesweep.max-attempts=1")
            .setting("--imagesweep.sync.max-age=2s");

    @AfterEach
    void close() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DescribeImages", "DescribeInstances", "DescribeLaunchTemplates", "DescribeScalingConfigurations"
            })
    void bearASourceThatIsAwayForAWhile(String action) {
        var plan = plan();
        fails(action, 500, "\"times\": 3");

        var answer = apply(plan);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":3}");
        assertThat(answer.json().path("missing")).isEmpty();
    }

    @Test
    void endInTheReasonWhereASourceStaysAway() {
        var plan = plan();
        fails("DescribeInstances", 500, "\"times\": null");

        var answer = apply(plan);

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.json().path("outcomes")).hasToString("{\"SKIPPED\":3}");
        assertThat(answer.json().path("missing").toString()).contains("instances: Broken");
        assertThat(program.ledger("select message from imagesweep.deletion_result where outcome = 'SKIPPED'"))
                .allMatch(message -> message.startsWith("no longer qualifies: references unknown: instances: Broken"));
        assertThat(program.calls("DescribeInstances")).hasSize(4);
        assertThat(program.mutatingCalls()).isEmpty();
    }

    @Test
    void areNotRepeatedWhereASourceIsDenied() {
        var plan = plan();
        fails("DescribeInstances", 403, "\"times\": null");

        assertThat(apply(plan).json().path("outcomes")).hasToString("{\"SKIPPED\":3}");
        assertThat(program.calls("DescribeInstances")).hasSize(1);
    }

    @Test
    void areNotRepeatedForASourceThatNobodyAsks() {
        program.policy(POLICY.formatted("[instances]"));
        var plan = plan();
        fails("DescribeScalingConfigurations", 500, "\"times\": null");

        var answer = apply(plan);

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":3}");
        assertThat(answer.json().path("missing").toString()).contains("scaling-configurations: Broken");
        assertThat(program.calls("DescribeInstances")).hasSize(1);
    }

    @Test
    void leaveTheRowsOpenAtTheDeadline() {
        program.setting("--imagesweep.sync.max-age=10m");
        var plan = plan();
        fails("DescribeInstances", 500, "\"times\": null");

        var stopped = apply(plan, "--deadline", "4s");
        program.cloud().faults("[]");
        var resumed = apply(plan);

        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(5);
        assertThat(stopped.json().path("outcomes")).hasToString("{\"PLANNED\":3}");
        assertThat(resumed.json().path("outcomes")).hasToString("{\"DELETED\":3}");
    }

    @Test
    void askForTheVersionsOfEachLaunchTemplateOnceInARun() {
        program.cloud().load(new CloudState().old("old", 3).json().replace("\"images\":", """
                "launchTemplates": [
                  {"launchTemplateId": "lt-1", "versions": [{"version": 1, "imageId": "m-old-000"}]},
                  {"launchTemplateId": "lt-2", "versions": [{"version": 1, "imageId": "m-old-001"}]}],
                "images":"""));

        var answer = program.run("run", "--apply", "--output", "json");

        assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":1,\"KEPT\":2}");
        assertThat(program.calls("DescribeLaunchTemplates")).hasSize(2);
        assertThat(program.calls("DescribeLaunchTemplateVersions")).hasSize(2);
    }

    private String plan() {
        var planned = program.run("plan", "--output", "json");
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        program.control("DELETE", "calls", "");
        return planned.json().path("runId").asString();
    }

    private Answered apply(String plan, String... more) {
        var arguments = new ArrayList<>(List.of("apply", plan, "--yes", "--output", "json"));
        arguments.addAll(List.of(more));
        return program.run(arguments.toArray(String[]::new));
    }

    private void fails(String action, int status, String times) {
        program.cloud().faults("""
                [{"action": "%s", "fault": "error", "httpStatus": %d, "code": "%s", "message": "now", %s}]
                """.formatted(action, status, status == 403 ? "Forbidden.RAM" : "Broken", times));
    }
}
