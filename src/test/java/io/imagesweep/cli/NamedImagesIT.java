package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images that scaling configurations refer to by a name or a family alone. Launch templates name images by their ids only. */
class NamedImagesIT {

    private static final String REGION = """
            {"regionId": "cn-hangzhou",
             "images": [
               {"imageId": "m-named", "imageName": "base", "creationTime": "-P40D"},
               {"imageId": "m-named-too", "imageName": "base", "creationTime": "-P41D"},
               {"imageId": "m-other-name", "imageName": "Base", "creationTime": "-P40D"},
               {"imageId": "m-web-new", "imageFamily": "web", "creationTime": "-P40D", "status": "STATUS"},
               {"imageId": "m-web-old", "imageFamily": "web", "creationTime": "-P50D"},
               {"imageId": "m-db-deprecated", "imageFamily": "db", "creationTime": "-P40D", "status": "Deprecated"},
               {"imageId": "m-db-broken", "imageFamily": "db", "creationTime": "-P41D", "status": "UnAvailable"},
               {"imageId": "m-db-latest", "imageFamily": "db", "creationTime": "-P42D"},
               {"imageId": "m-db-old", "imageFamily": "db", "creationTime": "-P43D"},
               {"imageId": "m-hidden", "imageFamily": "hidden", "creationTime": "-P40D", "status": "Deprecated"},
               {"imageId": "m-by-id", "imageName": "by-id", "imageFamily": "id", "creationTime": "-P50D"},
               {"imageId": "m-free", "creationTime": "-P40D"}],
             "scalingGroups": [{"scalingGroupId": "asg-1", "configurations": [
               {"scalingConfigurationId": "asc-name", "imageName": "base"},
               {"scalingConfigurationId": "asc-nobody", "imageName": "nobody"},
               {"scalingConfigurationId": "asc-web", "imageFamily": "web", "active": false},
               {"scalingConfigurationId": "asc-db", "imageFamily": "db"},
               {"scalingConfigurationId": "asc-hidden", "imageFamily": "hidden"},
               {"scalingConfigurationId": "asc-id", "imageId": "m-by-id", "imageName": "m-other-name"}]}]}
            """;

    private final ProgramUnderTest program = ProgramUnderTest.over(new CloudState()
                    .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-0", "\"creationTime\": \"-P1D\""))
            .policy("""
                    version: 1
                    protect: { family-floor: 0 }
                    rules:
                      - name: old-images
                        match: { names: ["*"] }
                        delete-when: { older-than: 30d }
                    limits: { max-percent: 100, ramp-up: 100 }
                    """);

    @BeforeEach
    void fill() {
        web("Available");
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void areKeptAndNoOthers() {
        var answer = program.run("run", "--apply");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(program.imagesLeft())
                .containsExactly("m-by-id", "m-db-latest", "m-named", "m-named-too", "m-web-new");
        assertThat(explained("m-named")).contains("scaling-configuration asc-name");
        assertThat(explained("m-named-too")).contains("scaling-configuration asc-name");
        assertThat(explained("m-web-new")).contains("scaling-configuration asc-web");
        assertThat(explained("m-db-latest")).contains("scaling-configuration asc-db");
    }

    @Test
    void areSkippedOnceTheNewestOfTheirFamilyIsHidden() {
        var plan = program.run("plan", "--output", "json").json().path("runId").asString();
        web("Deprecated");

        var answer = program.run("apply", plan, "--yes");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(program.imagesLeft()).contains("m-web-old", "m-web-new");
        assertThat(program.ledger("""
                        select message
                        from imagesweep.deletion_result
                        where image_id = 'm-web-old'
                          and outcome = 'SKIPPED'
                        """))
                .singleElement()
                .asString()
                .startsWith("no longer qualifies: referenced: ")
                .contains("asc-web");
    }

    private void web(String status) {
        program.control(
                "PUT", "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU, REGION.replace("STATUS", status));
    }

    private String explained(String image) {
        return program.run("explain", CloudState.HANGZHOU, image).out();
    }
}
