package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SeededReferrers.many;
import static io.imagesweep.alibaba.SimulatedCloud.HERE;
import static io.imagesweep.alibaba.SimulatedCloud.OWN;
import static io.imagesweep.candidate.ReferenceSource.LAUNCH_TEMPLATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.candidate.Reference;
import io.imagesweep.candidate.Reference.ImageName;
import io.imagesweep.candidate.ReferenceCatalog;
import io.imagesweep.candidate.Referrers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Launch templates that are read again by the same process. */
@Timeout(60)
class RememberedTemplatesIT {

    private static final int TEMPLATES = 120;

    private final SimulatedCloud cloud = new SimulatedCloud("--images", "0");
    private final ReferenceCatalog references = cloud.references();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void areAskedForTheirVersionsOnce() {
        templates(TEMPLATES, "");
        var first = read();

        assertThat(read().references()).containsExactlyInAnyOrderElementsOf(first.references());
        assertThat(read().count()).isEqualTo(first.count()).isEqualTo(TEMPLATES);
        assertThat(versionCalls()).isEqualTo(TEMPLATES);
    }

    @Test
    void areAskedAgainWhereTheyChanged() {
        templates(TEMPLATES, template(1, 1, "-P1D", "m-old") + "," + template(2, 1, "-P1D", "m-old", "m-older"));
        read();

        templates(
                TEMPLATES, template(1, 1, "-P1D", "m-old", "m-new") + "," + template(2, 2, "-P1D", "m-old", "m-older"));
        var second = read();

        assertThat(second.references())
                .contains(
                        new Reference("launch-template", "lt-changed-1/1", new ImageName.ById("m-old")),
                        new Reference("launch-template", "lt-changed-1/2", new ImageName.ById("m-new")),
                        new Reference("launch-template-version", "lt-changed-2/1", new ImageName.ById("m-old")),
                        new Reference("launch-template", "lt-changed-2/2", new ImageName.ById("m-older")));
        assertThat(versionCalls()).isEqualTo(TEMPLATES + 2 + 2);
    }

    /** Nobody promised that a number is never given again. */
    @Test
    void areAskedAgainWhereAVersionTookTheNumberOfOneThatWasDeleted() {
        templates(0, template(1, 1, "-P1D", "m-old", "m-deleted"));
        read();

        templates(0, template(1, 1, "-P1D", "m-old", "m-new"));

        assertThat(read().references())
                .extracting(Reference::image)
                .containsExactlyInAnyOrder(new ImageName.ById("m-old"), new ImageName.ById("m-new"));
    }

    @Test
    void areNotAskedAgainBecauseAnotherCouldNotBeRead() {
        templates(TEMPLATES, "");
        cloud.faults("""
                {"action": "DescribeLaunchTemplateVersions", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM",
                 "nth": 100, "times": 1}""");
        assertThat(references.referrers(HERE, LAUNCH_TEMPLATES)).isInstanceOf(Unreadable.class);

        assertThat(read().count()).isEqualTo(TEMPLATES);
        assertThat(versionCalls()).isEqualTo(TEMPLATES + 1);
    }

    private void templates(int count, String more) {
        var same = many(
                count,
                n -> "{\"launchTemplateId\": \"lt-%d\", \"modifiedTime\": \"-P1D\", \"versions\": [%s]}"
                        .formatted(n, "{\"version\": 1, \"imageId\": \"m-1\"}"));
        var all = String.join(
                ",",
                List.of(same, more).stream().filter(part -> !part.isEmpty()).toList());
        cloud.region(OWN, "{\"launchTemplates\": [" + all + "]}");
    }

    private static String template(int number, int defaultVersion, String modified, String... images) {
        return "{\"launchTemplateId\": \"lt-changed-%d\", \"defaultVersion\": %d, \"modifiedTime\": \"%s\", \"versions\": [%s]}"
                .formatted(
                        number,
                        defaultVersion,
                        modified,
                        many(images.length, n -> "{\"version\": %d, \"imageId\": \"%s\"}".formatted(n + 1, images[n])));
    }

    private long versionCalls() {
        return cloud.calls("DescribeLaunchTemplateVersions").size();
    }

    private Referrers read() {
        return switch (references.referrers(HERE, LAUNCH_TEMPLATES)) {
            case Complete<Referrers>(Referrers value) -> value;
            case Unreadable<Referrers>(boolean ours, String why) -> throw new AssertionError(ours + " " + why);
        };
    }
}
