package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SeededReferrers.configurations;
import static io.imagesweep.alibaba.SeededReferrers.instances;
import static io.imagesweep.alibaba.SeededReferrers.stable;
import static io.imagesweep.alibaba.SeededReferrers.template;
import static io.imagesweep.alibaba.SeededReferrers.templates;
import static io.imagesweep.alibaba.SimulatedCloud.HERE;
import static io.imagesweep.alibaba.SimulatedCloud.OWN;
import static io.imagesweep.candidate.ReferenceSource.INSTANCES;
import static io.imagesweep.candidate.ReferenceSource.LAUNCH_TEMPLATES;
import static io.imagesweep.candidate.ReferenceSource.SCALING_CONFIGURATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.candidate.Reference;
import io.imagesweep.candidate.Reference.ImageName;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.Referrers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class AlibabaReferencesIT {

    private final SimulatedCloud cloud = new SimulatedCloud("--images", "0");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void findsInstancesOfEveryStatusOverAllPages() {
        cloud.region(
                OWN,
                "{\"instances\": [%s, {\"instanceId\": \"i-stopped\", \"imageId\": \"m-2\", \"status\": \"Stopped\"}]}"
                        .formatted(instances(250)));

        var found = read(INSTANCES);

        assertThat(found.count()).isEqualTo(251);
        assertThat(found.references())
                .hasSize(251)
                .doesNotHaveDuplicates()
                .contains(new Reference("instance", "i-stopped", new ImageName.ById("m-2")));
        assertThat(cloud.calls("DescribeInstances")).hasSize(3);
    }

    @Test
    void tellsTheDefaultAndTheLatestVersionOfATemplateFromTheOthers() {
        cloud.region(OWN, """
                {"launchTemplates": [{"launchTemplateId": "lt-1", "defaultVersion": 2, "versions": [
                  {"version": 1, "imageId": "m-1"}, {"version": 2, "imageId": "m-2"}, {"version": 3, "imageId": "m-3"},
                  {"version": 4}]}]}""");

        var found = read(LAUNCH_TEMPLATES);

        assertThat(found.count()).isEqualTo(4);
        assertThat(found.references())
                .containsExactlyInAnyOrder(
                        new Reference("launch-template-version", "lt-1/1", new ImageName.ById("m-1")),
                        new Reference("launch-template", "lt-1/2", new ImageName.ById("m-2")),
                        new Reference("launch-template-version", "lt-1/3", new ImageName.ById("m-3")));
    }

    @Test
    void asksOnceForEachTemplateAndForMorePagesWhereThereAre() {
        cloud.region(OWN, "{\"launchTemplates\": [%s, %s]}".formatted(templates(120, 1), template("lt-many", 120)));

        var found = read(LAUNCH_TEMPLATES);

        assertThat(found.references()).hasSize(240).doesNotHaveDuplicates();
        assertThat(cloud.calls("DescribeLaunchTemplateVersions")).hasSize(120 + 7);
    }

    @Test
    void findsInactiveConfigurationsAndThoseThatNameAFamily() {
        cloud.region(OWN, """
                {"scalingGroups": [{"scalingGroupId": "asg-1", "configurations": [
                  {"scalingConfigurationId": "asc-idle", "imageId": "m-1", "active": false},
                  {"scalingConfigurationId": "asc-family", "imageFamily": "web"}]},
                  {"scalingGroupId": "asg-2", "configurations": [%s]}]}""".formatted(configurations(130)));

        var found = read(SCALING_CONFIGURATIONS);

        assertThat(found.references())
                .hasSize(132)
                .contains(
                        new Reference("scaling-configuration", "asc-idle", new ImageName.ById("m-1")),
                        new Reference("scaling-configuration", "asc-family", new ImageName.NewestOf("web")));
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInAnEmptyRegion(ReferenceSource source) {
        cloud.region(OWN, "{}");

        assertThat(read(source)).isEqualTo(new Referrers(0, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void neverTakesAnUnreadSourceForAnEmptyOne(ReferenceSource source) {
        cloud.region(OWN, "{\"launchTemplates\": [%s]}".formatted(templates(200, 1)));
        cloud.faults("{\"fault\": \"error\", \"httpStatus\": 403, \"code\": \"Forbidden.RAM\"}");

        assertThat(cloud.references().referrers(HERE, source)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.ours()).isTrue();
            assertThat(unreadable.why()).startsWith("Forbidden.RAM");
        });
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTakeAnAnswerOfNothingForAnEmptySource(ReferenceSource source) {
        cloud.faults("{\"fault\": \"error\", \"httpStatus\": 200, \"code\": \"Strange\"}");

        assertThat(cloud.references().referrers(HERE, source)).isInstanceOf(Unreadable.class);
    }

    @Test
    void asksForNoFurtherTemplateAfterADenial() {
        cloud.region(OWN, "{\"launchTemplates\": [%s]}".formatted(templates(200, 1)));
        cloud.faults("""
                {"action": "DescribeLaunchTemplateVersions", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}""");

        assertThat(cloud.references().referrers(HERE, LAUNCH_TEMPLATES)).isInstanceOf(Unreadable.class);
        assertThat(cloud.calls("DescribeLaunchTemplateVersions")).hasSizeLessThan(40);
    }

    @Test
    void leavesOutATemplateThatVanishedAfterItWasListed() {
        cloud.region(OWN, "{\"launchTemplates\": [%s]}".formatted(templates(3, 1)));
        cloud.faults("""
                {"action": "DescribeLaunchTemplateVersions", "fault": "error", "httpStatus": 404,
                 "code": "InvalidLaunchTemplate.NotFound", "times": 1}""");

        assertThat(read(LAUNCH_TEMPLATES).references()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void readsOnThroughThrottlesFaultsAndSlowAnswers(ReferenceSource source) {
        cloud.region(
                OWN,
                "{\"instances\": [%s], \"launchTemplates\": [%s], \"scalingGroups\": [{\"scalingGroupId\": \"asg-1\", \"configurations\": [%s]}]}"
                        .formatted(instances(250), templates(60, 1), configurations(60)));
        cloud.faults(
                "{\"fault\": \"throttle\", \"delay\": \"5ms\", \"rate\": 0.2, \"seed\": 1}",
                "{\"fault\": \"error\", \"httpStatus\": 500, \"code\": \"InternalError\", \"rate\": 0.1, \"seed\": 2}",
                "{\"fault\": \"slow\", \"delay\": \"30ms\", \"rate\": 0.1, \"seed\": 4}",
                "{\"fault\": \"cut\", \"rate\": 0.1, \"seed\": 3}");

        assertThat(read(source).references()).hasSize(source == INSTANCES ? 250 : 60);
    }

    @Test
    void missesNothingWhileOthersComeAndGo() throws InterruptedException {
        var rounds =
                IntStream.range(0, 6).mapToObj(SeededReferrers::regionOfRound).toList();
        cloud.region(OWN, rounds.getFirst());
        cloud.settings("{\"latency\": \"5ms\"}");
        var over = new AtomicBoolean();
        var changes = Thread.ofVirtual()
                .start(() -> rounds.stream().skip(1).forEach(state -> {
                    if (!over.get()) {
                        cloud.region(OWN, state);
                    }
                }));

        var instances = read(INSTANCES);
        var templates = read(LAUNCH_TEMPLATES);
        var configurations = read(SCALING_CONFIGURATIONS);
        over.set(true);
        changes.join();

        assertThat(instances.references()).extracting(Reference::referrerId).containsAll(stable("i-"));
        assertThat(templates.references()).extracting(Reference::referrerId).containsAll(stable("lt-", "/1"));
        assertThat(configurations.references())
                .extracting(Reference::referrerId)
                .containsAll(stable("asc-"));
    }

    private Referrers read(ReferenceSource source) {
        return switch (cloud.references().referrers(HERE, source)) {
            case Complete<Referrers>(Referrers value) -> value;
            case Unreadable<Referrers>(boolean ours, String why) -> throw new AssertionError(ours + " " + why);
        };
    }
}
