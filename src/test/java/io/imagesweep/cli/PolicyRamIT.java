package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The RAM policies that the program asks for: they are enough for a whole run, and none of their actions is too many. */
class PolicyRamIT {

    private static final List<String> READING = List.of(
            "ecs:DescribeImages",
            "ecs:DescribeInstances",
            "ecs:DescribeLaunchTemplates",
            "ecs:DescribeLaunchTemplateVersions",
            "ess:DescribeScalingConfigurations");

    private static ProgramUnderTest program() {
        return ProgramUnderTest.over(new CloudState()).account(1, CloudState.OTHER, CloudState.HANGZHOU);
    }

    @Test
    void areEnoughForAWholeRunAndNoneOfTheirActionsCanBeTakenAway() {
        try (var program = program()) {
            var documents = documents(program);

            program.cloud().load(state(documents));
            var whole = program.run("run", "--apply", "--run-key", "whole", "--output", "json");

            assertThat(whole.exitCode()).as(whole.err()).isZero();
            assertThat(whole.outcome("DELETED")).isEqualTo(2);
            for (var document : documents) {
                for (var action : actions(document)) {
                    program.cloud().load(state(without(documents, document, action)));
                    var key = "without-" + document.path("account").asString("plain") + action.replace(':', '-');

                    assertThat(program.run("run", "--apply", "--run-key", key).exitCode())
                            .as("%s of %s", action, document.path("principal"))
                            .isNotZero();
                }
            }
        }
    }

    @Test
    void nameWhatIsUsedAndNothingElse() {
        try (var program = program()) {
            var documents = documents(program);

            assertThat(documents)
                    .extracting(document -> document.path("principal").asString())
                    .containsExactly(
                            "acs:ram::1000000000000001:role/imagesweep",
                            "acs:ram::1000000000000002:role/imagesweep",
                            "plain credentials");
            assertThat(actions(documents.get(0)))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(READING.stream(), Stream.of("ecs:DescribeRegions", "ecs:DeleteImage"))
                                    .toList());
            assertThat(actions(documents.get(1)))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(READING.stream(), Stream.of("ecs:DeleteImage"))
                            .toList());
            assertThat(documents.get(1).at("/policy/Statement/0/Resource/0").asString())
                    .isEqualTo("acs:ecs:cn-hangzhou:1000000000000002:image/*");
            assertThat(documents.get(2).at("/policy/Statement/0").toString())
                    .isEqualTo("{\"Effect\":\"Allow\",\"Action\":[\"sts:AssumeRole\"],\"Resource\":"
                            + "[\"acs:ram::1000000000000001:role/imagesweep\","
                            + "\"acs:ram::1000000000000002:role/imagesweep\"]}");
            assertThat(documents)
                    .allSatisfy(document -> assertThat(document.path("reasons").propertyNames())
                            .containsExactlyInAnyOrderElementsOf(actions(document)));
        }
    }

    @Test
    void areToldWithTheirReasonsWithoutCloudOrDatabase() {
        try (var program = program()
                .setting("--spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .setting("--imagesweep.alibaba.endpoint=http://localhost:1")) {
            var answer = program.run("policy", "ram");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.out())
                    .contains("account 1000000000000002, acs:ram::1000000000000002:role/imagesweep:")
                    .contains("  ecs:DeleteImage: deletes images")
                    .contains("\"Version\" : \"1\"");
        }
    }

    private static List<ObjectNode> documents(ProgramUnderTest program) {
        return program.run("policy", "ram", "--output", "json")
                .json()
                .path("documents")
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static List<String> actions(JsonNode document) {
        return document.at("/policy/Statement")
                .valueStream()
                .flatMap(statement -> statement.path("Action").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static List<ObjectNode> without(List<ObjectNode> documents, ObjectNode those, String action) {
        return documents.stream()
                .map(document -> document.equals(those) ? without(document.deepCopy(), action) : document)
                .toList();
    }

    private static ObjectNode without(ObjectNode document, String action) {
        document.at("/policy/Statement").forEach(statement -> {
            var left = statement
                    .path("Action")
                    .valueStream()
                    .filter(other -> !other.asString().equals(action))
                    .toList();
            var actions = (ArrayNode) statement.path("Action");
            actions.removeAll();
            actions.addAll(left);
            if (left.isEmpty()) {
                actions.add("ecs:Nothing");
            }
        });
        return document;
    }

    /** Two accounts, each with an old image and a launch template, whose roles and key may do what the documents say. */
    private static String state(List<ObjectNode> documents) {
        return Stream.of(documents.get(0), documents.get(1))
                .map(document -> """
                {"accountId": "%1$s", "accessKeys": [%2$s],
                 "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "policy": %3$s}],
                 "regions": [{"regionId": "cn-hangzhou", "images": [{"imageId": "m-%1$s", "creationTime": "-P40D"}],
                   "launchTemplates": [{"launchTemplateId": "lt-1", "versions": [{"version": 1, "imageId": "m-other"}]}]}]}
                """.formatted(
                                document.path("account").asString(),
                                document.path("account").asString().equals(CloudState.ACCOUNT)
                                        ? "{\"id\": \"testid\", \"secret\": \"testsecret\", \"policy\": %s}"
                                                .formatted(documents.get(2).path("policy"))
                                        : "",
                                document.path("policy")))
                .collect(Collectors.joining(",", "{\"accounts\": [", "]}"));
    }
}
