package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code sync} finds out about who refers to images, and what it says where it cannot. */
class ReferencesIT {

    private static final String STATE = """
            {"accounts": [
              {"accountId": "1000000000000001", "accessKeys": [{"id": "testid", "secret": "testsecret"}],
               "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["*"]}],
               "regions": [{"regionId": "cn-hangzhou",
                 "images": [{"imageId": "m-1", "creationTime": "-P40D"},
                            {"imageId": "m-2", "creationTime": "-P40D", "imageFamily": "web"},
                            {"imageId": "m-3", "creationTime": "-P39D", "imageFamily": "web"}],
                 "instances": [{"instanceId": "i-1", "imageId": "m-1", "status": "Stopped"}],
                 "launchTemplates": [{"launchTemplateId": "lt-1", "defaultVersion": 2, "versions": [
                   {"version": 1, "imageId": "m-1"}, {"version": 2, "imageId": "m-2"}]}],
                 "scalingGroups": [{"scalingGroupId": "asg-1", "configurations": [
                   {"scalingConfigurationId": "asc-1", "imageFamily": "web", "active": false}]}]}]},
              {"accountId": "1000000000000002",
               "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["*"]}],
               "regions": [{"regionId": "cn-hangzhou", "images": [{"imageId": "m-9", "creationTime": "-P40D"}],
                 "instances": [{"instanceId": "i-2", "imageId": "m-1"}]}]}]}
            """;

    private static ProgramUnderTest program() {
        var program = ProgramUnderTest.over(new CloudState()).account(1, CloudState.OTHER, "all");
        program.cloud().load(STATE);
        return program;
    }

    @Test
    void areStoredUnderTheOwnerWhoeverRefers() {
        try (var program = program()) {
            assertThat(program.run("sync").exitCode()).isZero();

            assertThat(rows(program))
                    .containsExactly(
                            "1000000000000001 m-1 instance i-1 ",
                            "1000000000000001 m-1 instance i-2 1000000000000002",
                            "1000000000000001 m-1 launch-template-version lt-1/1 ",
                            "1000000000000001 m-2 launch-template lt-1/2 ",
                            "1000000000000001 m-3 scaling-configuration asc-1 ");
            assertThat(sources(program))
                    .containsExactly(
                            "1000000000000001 images 3 ",
                            "1000000000000001 instances 1 ",
                            "1000000000000001 launch-templates 2 ",
                            "1000000000000001 scaling-configurations 1 ",
                            "1000000000000002 images 1 ",
                            "1000000000000002 instances 1 ",
                            "1000000000000002 launch-templates 0 ",
                            "1000000000000002 scaling-configurations 0 ");
        }
    }

    @Test
    void ofADeniedSourceAreMissingAndAllElseGoesOn() {
        try (var program = program()) {
            program.run("sync");
            program.cloud().faults("""
                    [{"action": "DescribeLaunchTemplates", "accountId": "1000000000000001", "fault": "error",
                      "httpStatus": 403, "code": "Forbidden.RAM", "message": "not you"}]""");

            var answer = program.run("sync");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.err().lines().findFirst())
                    .contains("missing: 1000000000000001/cn-hangzhou: launch-templates: Forbidden.RAM: not you");
            assertThat(sources(program))
                    .contains(
                            "1000000000000001 launch-templates 2 Forbidden.RAM: not you",
                            "1000000000000001 instances 1 ",
                            "1000000000000002 launch-templates 0 ");
            assertThat(rows(program)).hasSize(5);

            program.cloud().faults("[]");
            assertThat(program.run("sync").exitCode()).isZero();
            assertThat(sources(program)).contains("1000000000000001 launch-templates 2 ");
        }
    }

    @Test
    void areReadAgainBeforeTheFirstCallEvenWithoutASync() {
        try (var program = program()) {
            program.run("sync");
            program.control("DELETE", "calls", "");

            program.run("run", "--apply", "--no-sync");

            assertThat(program.calls("DescribeInstances")).hasSize(2);
            assertThat(program.calls("DescribeLaunchTemplateVersions")).hasSize(1);
            assertThat(program.calls("DescribeScalingConfigurations")).hasSize(2);
        }
    }

    @Test
    void thatCannotBeReadAgainBeforeTheFirstCallAreMissing() {
        try (var program = program()) {
            program.run("sync");
            program.cloud().faults("""
                    [{"action": "DescribeScalingConfigurations", "accountId": "1000000000000002", "fault": "error",
                      "httpStatus": 403, "code": "Forbidden.RAM", "message": "not you"}]""");

            var answer = program.run("run", "--apply", "--no-sync", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.json().path("missing").toString())
                    .isEqualTo("[\"1000000000000002/cn-hangzhou: scaling-configurations: Forbidden.RAM: not you\"]");
            assertThat(sources(program)).contains("1000000000000002 scaling-configurations 0 Forbidden.RAM: not you");
        }
    }

    private static List<@Nullable String> rows(ProgramUnderTest program) {
        return program.database().jdbc().sql("""
                        select concat_ws(' ', account_id, image_id, referrer_type, referrer_id,
                          coalesce(referrer_account_id, ''))
                        from imagesweep.image_reference
                        order by 1
                        """).query(String.class).list();
    }

    private static List<@Nullable String> sources(ProgramUnderTest program) {
        return program.database().jdbc().sql("""
                        select concat_ws(' ', account_id, source, population, coalesce(error, ''))
                        from imagesweep.sync_source
                        order by 1
                        """).query(String.class).list();
    }
}
