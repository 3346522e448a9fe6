package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What instances use goes by force alone, and only where the policy does not protect it. */
class ForcedRunIT {

    private static final String USED = """
            {"accounts": [{"accountId": "1000000000000001",
              "accessKeys": [{"id": "testid", "secret": "testsecret"}],
              "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["*"]}],
              "regions": [{"regionId": "cn-hangzhou",
                "images": [{"imageId": "m-used", "creationTime": "-P40D"}, {"imageId": "m-free", "creationTime": "-P40D"}],
                "instances": [{"instanceId": "i-1", "imageId": "m-used", "status": "Running"}]}]}]}
            """;

    private static ProgramUnderTest program() {
        var program = ProgramUnderTest.over(new CloudState().old("old", 1));
        program.cloud().load(USED);
        return program;
    }

    @Test
    void withoutForceTheImageStays() {
        try (var program = program()) {
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(program.imagesLeft()).containsExactly("m-used");
            assertThat(program.calls("DeleteImage")).hasSize(2);
        }
    }

    @Test
    void withForceItGoesAndTheRowSaysSo() {
        try (var program = program()) {
            var answer = program.run("run", "--apply", "--force", "--reason", "end of the lab", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(program.imagesLeft()).isEmpty();
            assertThat(program.ledger("select image_id from imagesweep.deletion_result where forced"))
                    .containsExactly("m-used");
            assertThat(program.ledger("select scope ->> 'forced' from imagesweep.cleanup_run"))
                    .containsExactly("end of the lab");
        }
    }

    @Test
    void aForcedPlanIsAppliedWithForce() {
        try (var program = program()) {
            var plan = program.run("plan", "--force", "--reason", "end of the lab", "--output", "json");

            program.run("apply", plan.json().path("runId").asString(), "--yes");

            assertThat(program.imagesLeft()).isEmpty();
        }
    }

    @Test
    void theSameKeyWithoutForceIsAnotherScope() {
        try (var program = program()) {
            program.run("run", "--apply", "--run-key", "k1", "--force", "--reason", "end of the lab");

            var answer = program.run("run", "--apply", "--run-key", "k1");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("'end of the lab'", "--run-key");
        }
    }

    @Test
    void aPolicyThatProtectsWhatInstancesUseIsNotOverruled() {
        try (var program = program()) {
            program.policy(ProgramUnderTest.POLICY.replace("referenced-by: []", "referenced-by: [instances]"));

            var answer = program.run("run", "--apply", "--force", "--reason", "end of the lab");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("--force", "protect.referenced-by");
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @Test
    void forceNeedsAReason() {
        try (var program = program()) {
            assertThat(program.run("run", "--apply", "--force").err()).contains("--force", "--reason");
            assertThat(program.run("run", "--apply", "--reason", "none").exitCode())
                    .isEqualTo(2);
        }
    }
}
