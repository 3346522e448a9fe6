package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** Every action in XML: a root named for it, and in it what the JSON has, a list's items one after the other in their wrapper. */
class XmlIT {

    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}],
              'roles': [{'name': 'r', 'assumableBy': ['1']}],
              'regions': [{'regionId': 'cn-hangzhou',
                'images': [{'imageId': 'm-1', 'imageName': '<b> & \\"c\\" é', 'imageFamily': 'web', 'busy': 'copying',
                  'snapshotIds': ['s-1', 's-2'], 'sharedWith': ['2', '3'], 'tags': {'a': '1', 'b': ''}}, {'imageId': 'm-2'}],
                'instances': [{'instanceId': 'i-1', 'imageId': 'm-1'}],
                'launchTemplates': [{'launchTemplateId': 'lt-1', 'versions': [{'version': 1, 'imageId': 'm-1'}, {'version': 2}]}],
                'scalingGroups': [{'scalingGroupId': 'asg-1', 'configurations': [
                  {'scalingConfigurationId': 'asc-1', 'imageId': 'm-1'}]}]}]}]}
            """;

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

    @BeforeEach
    void load() throws Exception {
        client.put("state", STATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeRegions",
                "DescribeImages RegionId cn-hangzhou",
                "DescribeImageFromFamily RegionId cn-hangzhou ImageFamily web",
                "DeleteImage RegionId cn-hangzhou ImageId m-2",
                "ModifyImageAttribute RegionId cn-hangzhou ImageId m-2 Description other",
                "DescribeImageSharePermission RegionId cn-hangzhou ImageId m-1",
                "ModifyImageSharePermission RegionId cn-hangzhou ImageId m-2 AddAccount.1 9",
                "DescribeInstances RegionId cn-hangzhou",
                "DescribeSnapshots RegionId cn-hangzhou",
                "DeleteSnapshot SnapshotId s-9",
                "DescribeLaunchTemplates RegionId cn-hangzhou",
                "DescribeLaunchTemplateVersions RegionId cn-hangzhou LaunchTemplateId lt-1",
                "TagResources RegionId cn-hangzhou ResourceType image ResourceId.1 m-1 Tag.1.Key k Tag.1.Value v",
                "UntagResources RegionId cn-hangzhou ResourceType image ResourceId.1 m-1 TagKey.1 k",
                "ListTagResources RegionId cn-hangzhou ResourceType image",
                "DescribeScalingGroups RegionId cn-hangzhou",
                "DescribeScalingConfigurations RegionId cn-hangzhou",
                "GetCallerIdentity"
            })
    void saysWhatTheJsonSays(String call) throws Exception {
        var words = call.split(" ", -1);
        var parameters = Arrays.copyOfRange(words, 1, words.length);

        var root = xml(words[0], parameters);

        assertThat(root.getTagName()).isEqualTo(words[0] + "Response");
        assertSame(root, json(client.call(words[0], parameters)));
    }

    @Test
    void answersACancelledCopyAndAnAssumedRole() throws Exception {
        var cancelled = xml("CancelCopyImage", "RegionId", "cn-hangzhou", "ImageId", "m-1");
        assertThat(cancelled.getTagName()).isEqualTo("CancelCopyImageResponse");
        assertThat(names(cancelled)).containsExactly("RequestId");

        var assumed = xml("AssumeRole", "RoleArn", "acs:ram::1:role/r", "RoleSessionName", "session");
        assertThat(assumed.getTagName()).isEqualTo("AssumeRoleResponse");
        assertThat(names(assumed)).containsExactly("Credentials", "AssumedRoleUser", "RequestId");
        assertThat(names((Element) assumed.getFirstChild()))
                .containsExactly("AccessKeyId", "AccessKeySecret", "SecurityToken", "Expiration");
    }

    @Test
    void refusesWithAnError() throws Exception {
        var error = xml("DeleteImage", "RegionId", "cn-hangzhou");

        assertThat(error.getTagName()).isEqualTo("Error");
        assertThat(names(error)).containsExactly("RequestId", "HostId", "Code", "Message", "Recommend");
        assertThat(error.getElementsByTagName("Code").item(0).getTextContent()).isEqualTo("MissingParameter");
    }

    private static Element xml(String action, String... parameters) throws Exception {
        var all = Stream.concat(Arrays.stream(parameters), Stream.of("Format", "XML"))
                .toArray(String[]::new);
        var answer = client.call(action, all);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/xml;charset=utf-8");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())))
                .getDocumentElement();
    }

    private static void assertSame(Element element, JsonNode node) {
        if (!node.isObject()) {
            assertThat(element.getTextContent()).isEqualTo(node.asString());
            return;
        }
        var expected = new ArrayList<String>();
        node.properties().forEach(property -> {
            var name = property.getKey();
            var values = property.getValue().isArray()
                    ? property.getValue().valueStream().toList()
                    : List.of(property.getValue());
            int from = expected.size();
            values.forEach(any -> expected.add(name));
            if (!name.equals("RequestId")) {
                IntStream.range(0, values.size())
                        .forEach(i ->
                                assertSame((Element) element.getChildNodes().item(from + i), values.get(i)));
            }
        });
        assertThat(names(element)).isEqualTo(expected);
    }

    private static List<String> names(Element element) {
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(i -> children.item(i).getNodeName())
                .toList();
    }
}
