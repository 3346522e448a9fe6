package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each parameter of each action, set to something sensible, is served. */
class EveryParameterIT {

    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}],
              'roles': [{'name': 'r', 'assumableBy': ['1']}],
              'regions': [{'regionId': 'cn-hangzhou',
                'images': [{'imageId': 'm-1', 'imageFamily': 'web', 'busy': 'copying', 'snapshotIds': ['s-1']}],
                'instances': [{'instanceId': 'i-1', 'imageId': 'm-1'}],
                'launchTemplates': [{'launchTemplateId': 'lt-1', 'versions': [{'version': 1, 'imageId': 'm-1'}]}],
                'scalingGroups': [{'scalingGroupId': 'asg-1', 'configurations': [
                  {'scalingConfigurationId': 'asc-1', 'imageId': 'm-1'}]}]}]}]}
            """;

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("RegionId", "cn-hangzhou"),
            Map.entry("ImageId", "m-1"),
            Map.entry("SnapshotId", "s-9"),
            Map.entry("LaunchTemplateId", "lt-1"),
            Map.entry("ResourceId", "m-1"),
            Map.entry("ResourceType", "image"),
            Map.entry("RoleArn", "acs:ram::1:role/r"),
            Map.entry("RoleSessionName", "session"),
            Map.entry("Policy", "{\"Statement\":[]}"),
            Map.entry("NextToken", "bS0x"),
            Map.entry("AddAccount", "1234567890123456"));

    private static final List<String> TRIED = List.of(
            "web",
            "true",
            "2",
            "900",
            "self",
            "instance",
            "image",
            "Available",
            "linux",
            "x86_64",
            "ecs.g7.large",
            "CreateEcs",
            "zh-CN",
            "PostPaid",
            "vpc",
            "PayByTraffic",
            "financial",
            "enabled",
            "optional",
            "Running",
            "CreationStartTime",
            "CreationEndTime",
            "ExpiredStartTime",
            "ExpiredEndTime",
            "BIOS",
            "BYOL",
            "Standard",
            "user",
            "system",
            "accomplished",
            "ECS");

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        client = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    static Stream<Arguments> parameters() {
        return new Actions(new TemporaryKeys())
                .all().stream()
                        .flatMap(action -> action.parameters().parameters().stream()
                                .map(parameter -> Arguments.of(action.name(), parameter.name())));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void isServed(String actionName, String parameterName) throws Exception {
        client.put("state", STATE);
        var action = new Actions(new TemporaryKeys())
                .all().stream()
                        .filter(one -> one.name().equals(actionName))
                        .findFirst()
                        .orElseThrow();
        var given = new TreeMap<String, String>();
        for (var parameter : action.parameters().parameters()) {
            if (parameter.required() || parameter.name().equals(parameterName)) {
                given.putAll(sample(parameter));
            }
        }
        if (actionName.endsWith("TemplateVersions")) {
            given.putIfAbsent("LaunchTemplateId", "lt-1");
        }

        var outcome = outcome(client.call(actionName, flat(given)));
        assertThat(outcome).as("%s", given).doesNotStartWith("5").doesNotContain("Missing", "InvalidPara", "Malformed");
    }

    private static Map<String, String> sample(Parameter parameter) {
        var name = parameter.name();
        if (name.startsWith("Filter.")) {
            return Map.of(name.replace("Key", "Value"), "2026-01-01T00:00Z", name.replace("Value", "Key"), keyOf(name));
        }
        if (name.equals("Filter")) {
            return Map.of("Filter.1.Key", "CreationStartTime", "Filter.1.Value", "2026-01-01T00:00Z");
        }
        if (parameter.type() != Parameter.Type.REPEAT_LIST) {
            return Map.of(name, value(parameter));
        }
        if (parameter.parts().isEmpty()) {
            return Map.of(name + ".1", value(parameter));
        }
        var parts = new TreeMap<String, String>();
        parameter
                .parts()
                .forEach(part -> parts.put(
                        name + ".1." + part.name() + (part.type() == Parameter.Type.REPEAT_LIST ? ".1" : ""),
                        value(part)));
        return parts;
    }

    private static String keyOf(String name) {
        return List.of("CreationStartTime", "CreationEndTime", "ExpiredStartTime", "ExpiredEndTime")
                .get(Integer.parseInt(name.substring(7, 8)) - 1);
    }

    private static String value(Parameter parameter) {
        var named = NAMED.getOrDefault(parameter.name(), "");
        if (!named.isEmpty() && parameter.valid().test(named)) {
            return named;
        }
        if (parameter.name().endsWith("Ids") || parameter.name().endsWith("Addresses")) {
            return "[\"x\"]";
        }
        return TRIED.stream().filter(parameter.valid()).findFirst().orElseThrow();
    }

    private static String[] flat(Map<String, String> parameters) {
        var flat = new ArrayList<String>();
        parameters.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat.toArray(String[]::new);
    }
}
