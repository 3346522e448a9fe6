package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StateDocumentTests {

    private static final Circumstances NOTHING = new Circumstances(Instant.EPOCH, "", Map::of);

    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final String WHOLE = """
            {"accounts": [{
              "accountId": "1000000000000001",
              "accessKeys": [{"id": "testid", "secret": "testsecret", "active": true}],
              "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["ecs:*", "ess:*"],
                         "deny": [{"action": "ecs:DeleteImage", "resource": "acs:ecs:cn-beijing:*:image/*"}],
                         "policy": {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:*", "Resource": "*"}]}}],
              "regions": [{
                "regionId": "cn-hangzhou",
                "images": [
                  {"imageId": "m-0001", "imageName": "nightly-0001", "imageFamily": "nightly", "imageVersion": "1",
                   "status": "Available", "creationTime": "-P40D", "sizeGib": 40, "ownerAlias": "self",
                   "tags": {"builder": "packer", "env": ""}, "snapshotIds": ["s-0001"],
                   "sharedWith": ["1000000000000002"], "isPublic": false, "isCopied": true,
                   "busy": "copying", "busyFor": "30s"},
                  {"imageId": "m-0002"}],
                "snapshots": [{"snapshotId": "s-0001", "sizeGib": 40, "creationTime": "-P40D"}],
                "instances": [{"instanceId": "i-0001", "imageId": "m-0001", "status": "Running"}],
                "launchTemplates": [{"launchTemplateId": "lt-0001", "launchTemplateName": "web", "defaultVersion": 2,
                  "versions": [{"version": 1, "imageId": "m-0001"}, {"version": 2, "imageId": "m-0002"}]}],
                "scalingGroups": [{"scalingGroupId": "asg-0001", "configurations": [
                  {"scalingConfigurationId": "asc-0001", "imageId": "m-0001", "imageFamily": null, "active": true}]}]
              }]
            }]}
            """;

    private final JsonMapper mapper = Json.mapper(() -> START);

    @Test
    void readsBackWhatItWasGiven() {
        var given = mapper.readTree(WHOLE);
        var back = mapper.valueToTree(new World(read(WHOLE), START).state(START));

        var image = back.at("/accounts/0/regions/0/images/0");
        assertThat(image.get("creationTime").asString()).isEqualTo("2026-04-22T12:00:00Z");
        for (var name : List.of(
                "imageName",
                "imageFamily",
                "imageVersion",
                "status",
                "sizeGib",
                "ownerAlias",
                "tags",
                "snapshotIds",
                "sharedWith",
                "isPublic",
                "isCopied",
                "busy",
                "busyFor")) {
            assertThat(image.get(name)).as(name).isEqualTo(given.at("/accounts/0/regions/0/images/0/" + name));
        }
        for (var path : List.of("accessKeys", "roles", "regions/0/instances", "regions/0/launchTemplates")) {
            assertThat(back.at("/accounts/0/" + path))
                    .as(path)
                    .hasToString(given.at("/accounts/0/" + path).toString());
        }
    }

    @Test
    void readsItsOwnStateAsTheSameState() {
        var world = new World(read(WHOLE), START);
        var region = world.account("1000000000000001")
                .orElseThrow()
                .region("cn-hangzhou")
                .orElseThrow();
        region.images().delete("m-0002", image -> {}, START, Duration.ZERO, "R-1");
        var written = mapper.writeValueAsString(world.state(START));

        assertThat(mapper.writeValueAsString(new World(read(written), START).state(START)))
                .isEqualTo(written);
        assertThat(written).contains("\"deletedAt\":\"2026-06-01T12:00:00Z\"", "\"deletedBy\":\"R-1\"");
    }

    @Test
    void fillsWhatIsNotGivenWithTheOrdinary() {
        var image = region().images().getLast();

        assertThat(image.imageName()).isEqualTo("m-0002");
        assertThat(image.status()).isEqualTo("Available");
        assertThat(image.ownerAlias()).isEqualTo("self");
        assertThat(image.sizeGib()).isEqualTo(40);
        assertThat(image.busy()).isNull();
        assertThat(image.tags()).isEmpty();
    }

    @Test
    void addsTheSnapshotsThatOnlyAnImageNames() {
        var state = new World(read(WHOLE.replace("[\"s-0001\"]", "[\"s-0001\", \"s-0002\"]")), START).state(START);

        assertThat(state.accounts().getFirst().regions().getFirst().snapshots())
                .extracting(Snapshot::snapshotId)
                .containsExactly("s-0001", "s-0002");
    }

    @Test
    void endsWhatAnImageIsBusyWithWhenItsTimeIsOver() {
        var live = new Region(region(), START);

        assertThat(live.images()
                        .find("m-0001", START.plusSeconds(29))
                        .orElseThrow()
                        .busy())
                .isEqualTo("copying");
        assertThat(live.images()
                        .find("m-0001", START.plusSeconds(30))
                        .orElseThrow()
                        .busy())
                .isNull();
    }

    @Test
    void finishesAnImageWhoseCreationIsOver() {
        var json =
                "{'regionId': 'r', 'images': [{'imageId': 'm', 'status': 'Creating', 'busy': 'creating', 'busyFor': 'PT5S'}]}";
        var live = new Region(mapper.readValue(json.replace('\'', '"'), RegionState.class), START);

        assertThat(live.images().find("m", START.plusSeconds(4)).orElseThrow().isBeingCreated())
                .isTrue();
        assertThat(live.images().find("m", START.plusSeconds(5)).orElseThrow().status())
                .isEqualTo("Available");
    }

    @Test
    void takesAStarForEverything() {
        var role = mapper.readValue("{\"name\": \"r\", \"allow\": \"*\", \"deny\": [\"ecs:Delete*\"]}", Role.class);

        assertThat(role.permissions().verdict("ecs:DescribeImages", "x", NOTHING))
                .isEqualTo(Permissions.Verdict.ALLOWED);
        assertThat(role.permissions().verdict("ecs:DeleteImage", "x", NOTHING))
                .isEqualTo(Permissions.Verdict.EXPLICIT_DENY);
    }

    @Test
    void refusesWhatCannotBeMeant() {
        for (var wrong : List.of(
                WHOLE.replace("\"Available\"", "\"Gone\""),
                WHOLE.replace("\"copying\"", "\"sleeping\""),
                WHOLE.replace("\"m-0002\"}]", "\"m-0001\"}]"),
                WHOLE.replace("\"imageName\"", "\"imagename\""),
                WHOLE.replace("-P40D", "long ago"),
                WHOLE.replace("\"accountId\": \"1000000000000001\",", ""),
                "{\"accounts\": [null]}",
                "[]",
                "")) {
            assertThatExceptionOfType(JacksonException.class).as(wrong).isThrownBy(() -> read(wrong));
        }
    }

    private RegionState region() {
        return read(WHOLE).accounts().getFirst().regions().getFirst();
    }

    private StateDocument read(String json) {
        return mapper.readValue(json, StateDocument.class);
    }
}
