package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyCommandIT {

    @Test
    void deletesWhatThePlanNamesAsFarAsItStillQualifies() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 5))) {
            var plan = program.run("plan", "--output", "json").json();
            program.control("PUT", "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU, """
                    {"regionId": "cn-hangzhou", "images": [
                      {"imageId": "m-old-000", "imageName": "old-000", "creationTime": "%s", "tags": {"keep": "now"}},
                      {"imageId": "m-old-001", "imageName": "old-001", "creationTime": "%s"},
                      {"imageId": "m-new", "imageName": "old-too", "creationTime": "-P90D"}]}
                    """.formatted(
                            createdAt(program, "m-old-000"), createdAt(program, "m-old-001")));

            var applied = program.run("apply", plan.path("runId").asString(), "--output", "json");
            var again = program.run("apply", plan.path("runId").asString());

            assertThat(applied.exitCode()).isZero();
            assertThat(applied.json().path("planHash")).isEqualTo(plan.path("planHash"));
            assertThat(applied.outcome("DELETED")).isEqualTo(1);
            assertThat(applied.outcome("SKIPPED")).isEqualTo(1);
            assertThat(applied.outcome("ALREADY_GONE")).isEqualTo(3);
            assertThat(program.imagesLeft()).containsExactly("m-new", "m-old-000");
            assertThat(again.err()).contains("already done");
        }
    }

    @Test
    void refusesAPlanAsOfAnotherTime() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            var plan = plan(program, "--as-of", "2027-01-01T00:00:00Z");

            assertRefused(program, plan, "as of");
        }
    }

    @Test
    void refusesAPlanOfAnotherPolicy() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            var plan = plan(program);
            program.policy(ProgramUnderTest.POLICY + "# changed\n");

            assertRefused(program, plan, "policy");
        }
    }

    @Test
    void refusesAPlanThatIsTooOld() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            var plan = plan(program);
            program.setting("--imagesweep.plan-ttl=1ms");

            assertRefused(program, plan, "imagesweep.plan-ttl");
        }
    }

    @Test
    void refusesAPlanThatNobodyApproved() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            assertRefused(program, plan(program), "approved", "--approve", "abc");
        }
    }

    @Test
    void refusesWhatIsNoPlan() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            var run = program.run("run", "--apply", "--output", "json")
                    .json()
                    .path("runId")
                    .asString();

            assertRefused(program, run, "no sealed plan");
            assertRefused(program, "00000000-0000-0000-0000-000000000000", "There is no plan");
        }
    }

    private static String plan(ProgramUnderTest program, String... options) {
        var arguments = new ArrayList<>(List.of("plan", "--output", "json"));
        arguments.addAll(List.of(options));
        return program.run(arguments.toArray(String[]::new))
                .json()
                .path("runId")
                .asString();
    }

    private static void assertRefused(ProgramUnderTest program, String plan, String word, String... options) {
        var arguments = new ArrayList<>(List.of("apply", plan, "--output", "json"));
        arguments.addAll(List.of(options));

        var answer = program.run(arguments.toArray(String[]::new));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains(word);
        assertThat(answer.json().path("runId").isNull()).isTrue();
    }

    private static String createdAt(ProgramUnderTest program, String image) {
        return program.database()
                .jdbc()
                .sql(
                        "select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from image where image_id = ?")
                .param(image)
                .query(String.class)
                .single();
    }
}
