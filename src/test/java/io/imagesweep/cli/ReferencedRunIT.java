package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs over images that somebody still needs, and over sources that cannot be read. */
class ReferencedRunIT {

    private static final String POLICY = """
            version: 1
            protect: { family-floor: 0, shared: false }
            rules:
              - name: old-images
                match: { names: ["*"] }
                delete-when: { older-than: 30d }
            limits: { max-percent: 100, max-deletions: 100, ramp-up: 100 }
            """;

    private static final String DENIED = """
            [{"action": "DescribeLaunchTemplates", "accountId": "1000000000000001", "fault": "error",
              "httpStatus": 403, "code": "Forbidden.RAM", "message": "not you"}]""";

    private static ProgramUnderTest program() {
        var program = ProgramUnderTest.over(new CloudState())
                .account(1, CloudState.OTHER, "all")
                .policy(POLICY);
        program.cloud().load("""
                {"accounts": [
                  {"accountId": "1000000000000001", "accessKeys": [{"id": "testid", "secret": "testsecret"}],
                   "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["*"]}],
                   "regions": [%s]},
                  {"accountId": "1000000000000002",
                   "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["*"]}],
                   "regions": [{"regionId": "cn-hangzhou", "instances": [{"instanceId": "i-9", "imageId": "m-shared"}],
                     "images": [{"imageId": "m-theirs", "creationTime": "-P40D"}]}]}]}
                """.formatted(region("")));
        return program;
    }

    /** @param instances beside the one that is stopped, each with a comma before it */
    private static String region(String instances) {
        return """
                {"regionId": "cn-hangzhou",
                 "images": [
                   {"imageId": "m-free", "creationTime": "-P40D"},
                   {"imageId": "m-stopped", "creationTime": "-P40D"},
                   {"imageId": "m-version", "creationTime": "-P40D"},
                   {"imageId": "m-inactive", "creationTime": "-P40D"},
                   {"imageId": "m-family", "creationTime": "-P40D", "imageFamily": "web"},
                   {"imageId": "m-shared", "creationTime": "-P40D"}],
                 "instances": [{"instanceId": "i-1", "imageId": "m-stopped", "status": "Stopped"}%s],
                 "launchTemplates": [{"launchTemplateId": "lt-1", "defaultVersion": 2, "versions": [
                   {"version": 1, "imageId": "m-version"}, {"version": 2, "imageId": "m-elsewhere"}]}],
                 "scalingGroups": [{"scalingGroupId": "asg-1", "configurations": [
                   {"scalingConfigurationId": "asc-1", "imageId": "m-inactive", "active": false},
                   {"scalingConfigurationId": "asc-2", "imageFamily": "web"}]}]}
                """.formatted(instances);
    }

    @Test
    void keepWhatIsReferredToAndNameTheReferrer() {
        try (var program = program()) {
            var answer = program.run("run", "--apply", "--run-key", "k1");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(program.imagesLeft())
                    .doesNotContain("m-free", "m-theirs")
                    .hasSize(5);
            assertThat(reason(program, "m-stopped")).startsWith("referenced: ").contains("i-1");
            assertThat(reason(program, "m-version")).startsWith("referenced: ").contains("lt-1/1");
            assertThat(reason(program, "m-inactive")).startsWith("referenced: ").contains("asc-1");
            assertThat(reason(program, "m-family")).startsWith("referenced: ").contains("asc-2");
            assertThat(reason(program, "m-shared")).startsWith("referenced: ").contains("i-9", CloudState.OTHER);
        }
    }

    @Test
    void deleteNothingWhereASourceCouldNotBeReadAndGoOnElsewhere() {
        try (var program = program()) {
            program.cloud().faults(DENIED);

            var answer = program.run("run", "--apply", "--run-key", "k1");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.err().lines().filter(line -> line.startsWith("missing: ")))
                    .containsExactly("missing: 1000000000000001/cn-hangzhou: launch-templates: Forbidden.RAM: not you");
            assertThat(program.imagesLeft()).hasSize(6).doesNotContain("m-theirs");
            assertThat(reason(program, "m-free")).startsWith("references unknown: ");
        }
    }

    @Test
    void skipWhatWasTakenIntoUseAfterThePlan() {
        try (var program = program()) {
            var plan =
                    program.run("plan", "--output", "json").json().path("runId").asString();
            program.control(
                    "PUT",
                    "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU,
                    region(", {\"instanceId\": \"i-new\", \"imageId\": \"m-free\"}"));

            var answer = program.run("apply", plan, "--yes", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(program.imagesLeft()).contains("m-free").doesNotContain("m-theirs");
            assertThat(message(program, "m-free"))
                    .startsWith("no longer qualifies: referenced: ")
                    .contains("i-new");
        }
    }

    @Test
    void skipWhatNobodyCanTellOfRightBeforeTheCall() {
        try (var program = program()) {
            var plan =
                    program.run("plan", "--output", "json").json().path("runId").asString();
            program.cloud().faults(DENIED);

            var answer = program.run("apply", plan, "--yes", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(program.imagesLeft()).contains("m-free").doesNotContain("m-theirs");
            assertThat(message(program, "m-free")).startsWith("no longer qualifies: references unknown: ");
        }
    }

    private static @Nullable String reason(ProgramUnderTest program, String image) {
        return last(column(program, "reason", image));
    }

    private static @Nullable String message(ProgramUnderTest program, String image) {
        return last(column(program, "message", image));
    }

    private static @Nullable String last(List<@Nullable String> values) {
        return values.getLast();
    }

    private static List<@Nullable String> column(ProgramUnderTest program, String column, String image) {
        return program.database()
                .jdbc()
                .sql("""
                        select %s
                        from imagesweep.deletion_result
                        where image_id = :image
                        order by planned_at
                        """.formatted(column))
                .param("image", image)
                .query(String.class)
                .list();
    }
}
