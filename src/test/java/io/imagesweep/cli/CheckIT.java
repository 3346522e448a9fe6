package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator is told before the first night. */
class CheckIT {

    private static ProgramUnderTest program() {
        return ProgramUnderTest.over(new CloudState()
                        .old("old", 1)
                        .old(CloudState.ACCOUNT, CloudState.BEIJING, "old", 1)
                        .old(CloudState.OTHER, CloudState.HANGZHOU, "old", 1))
                .account(1, CloudState.OTHER, "all");
    }

    @Test
    void saysWhatWorks() {
        try (var program = program()) {
            var answer = program.run("check");

            assertThat(answer.exitCode()).as(answer.out()).isZero();
            assertThat(answer.out().lines())
                    .allMatch(line -> line.length() <= 100)
                    .anyMatch(line -> line.matches("policy            works: .*policy\\d*\\.yml, 1 rule, hash.*"))
                    .anyMatch(line -> line.startsWith("database          works: "))
                    .contains(
                            "1000000000000001  works: role imagesweep assumed, cn-beijing, cn-hangzhou, 6 permissions,"
                                    + " clock",
                            "1000000000000002  works: role imagesweep assumed, cn-hangzhou, 6 permissions, clock",
                            "tried: ecs:DescribeRegions, ecs:DescribeImages, ecs:DescribeInstances,"
                                    + " ecs:DescribeLaunchTemplates,",
                            "not tried: ecs:DeleteImage (cannot be tried without changing something)");
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @Test
    void saysWhatIsDeniedWhereAndWhatToGrant() {
        try (var program = program()) {
            program.cloud().faults("""
                    [{"action": "DescribeScalingConfigurations", "regionId": "cn-beijing", "fault": "error",
                      "httpStatus": 403, "code": "Forbidden.RAM", "message": "not you"}]""");

            var answer = program.run("check");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.out())
                    .contains(
                            "1000000000000001  denied in cn-beijing: ess:DescribeScalingConfigurations; the rest works")
                    .contains("1000000000000002  works: role");
            assertThat(oneLine(answer.out()))
                    .containsOnlyOnce("denied: ess:DescribeScalingConfigurations in 1000000000000001 cn-beijing:"
                            + " Forbidden.RAM: not you grant ess:DescribeScalingConfigurations on"
                            + " acs:ess:*:1000000000000001:scalingconfiguration/* to"
                            + " acs:ram::1000000000000001:role/imagesweep tried:");
        }
    }

    @Test
    void saysThatARoleCannotBeAssumedAndGoesOn() {
        try (var program = program()) {
            program.cloud().faults("""
                    [{"action": "AssumeRole", "times": 1, "fault": "error", "httpStatus": 403, "code": "NoPermission"}]""");

            var answer = program.run("check", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(3);
            var failed = failed(answer.json());
            assertThat(failed).singleElement().satisfies(one -> {
                assertThat(one.path("what").asString()).isEqualTo("credentials");
                assertThat(one.path("remedy").asString()).startsWith("grant sts:AssumeRole on acs:ram::");
            });
        }
    }

    @Test
    void saysThatTheClockIsWrong() {
        try (var program = program()) {
            program.control("PUT", "settings", "{\"clockOffset\": \"PT5M\"}");

            var drifting = program.run("check", "--accounts", CloudState.OTHER);

            assertThat(drifting.exitCode()).isEqualTo(3);
            assertThat(drifting.out())
                    .containsPattern(
                            "fails: clock in 1000000000000002 cn-hangzhou: (299|300|301) s behind that of the provider");

            program.control("PUT", "settings", "{\"clockOffset\": \"PT20M\"}");

            var answer = program.run("check", "--accounts", CloudState.OTHER);

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.out())
                    .contains("1000000000000002  fails: clock")
                    .contains("  fails: clock in 1000000000000002: InvalidTimeStamp.Expired")
                    .contains("set the clock of this machine right");
        }
    }

    @Test
    void saysThatTheDatabaseIsAwayAndStillAsksTheCloud() {
        try (var program = program().setting("--spring.datasource.url=jdbc:postgresql://localhost:1/none")) {
            var answer = program.run("check");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.out()).contains("database          fails: ", "1000000000000002  works:");
        }
    }

    @Test
    void saysThatTheKeyIsWrongAndARegionIsNone() {
        try (var program = program().setting("--imagesweep.accounts[1].regions[0]=cn-nowhere")) {
            var nowhere = program.run("check", "--accounts", CloudState.OTHER);
            var wrongKey = program.setting("--imagesweep.alibaba.access-key-secret=wrong")
                    .run("check");

            assertThat(nowhere.exitCode()).isEqualTo(3);
            assertThat(nowhere.out())
                    .containsOnlyOnce("fails: region in 1000000000000002 cn-nowhere: InvalidRegionId.NotFound");
            assertThat(wrongKey.out())
                    .contains("1000000000000001  fails: credentials", "1000000000000002  fails: credentials")
                    .containsOnlyOnce("SignatureDoesNotMatch");
        }
    }

    @Test
    void looksOnlyWhereItIsAsked() {
        try (var program = program()) {
            var answer = program.run(
                    "check", "--accounts", CloudState.ACCOUNT, "--regions", CloudState.BEIJING, "--output", "json");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.json()
                            .path("checks")
                            .valueStream()
                            .map(one -> one.path("account").asString("") + " "
                                    + one.path("region").asString(""))
                            .distinct())
                    .containsExactlyInAnyOrder(" ", "1000000000000001 ", "1000000000000001 cn-beijing");
        }
    }

    @Test
    void refusesAnAccountThatIsNotConfiguredAndAWrongPolicy() {
        try (var program = program()) {
            assertThat(program.run("check", "--accounts", "7").exitCode()).isEqualTo(2);
            assertThat(program.policy("rules: []").run("check").exitCode()).isEqualTo(2);
        }
    }

    @Test
    void saysWhatManyAccountsLackOnce() {
        try (var program = program().without("--imagesweep.accounts")) {
            IntStream.range(0, 50)
                    .forEach(index -> program.account(index, "30000000000000" + (10 + index), CloudState.HANGZHOU));

            var answer = program.run("check");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.out().lines())
                    .allMatch(line -> line.length() <= 100)
                    .filteredOn(line -> line.endsWith("  fails: credentials"))
                    .hasSize(50);
            assertThat(oneLine(answer.out()))
                    .containsOnlyOnce("fails: credentials in 50 accounts: EntityNotExist.Role: role"
                            + " acs:ram::ACCOUNT:role/imagesweep");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static List<JsonNode> failed(JsonNode answer) {
        return answer.path("checks")
                .valueStream()
                .filter(one ->
                        List.of("DENIED", "FAILS").contains(one.path("state").asString()))
                .toList();
    }
}
