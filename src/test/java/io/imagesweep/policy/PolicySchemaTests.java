package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PolicySchemaTests {

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonMapper.shared().writeValueAsString(PolicySchema.document()), InputFormat.JSON);

    private static final String GOOD = """
            version: 1
            protect:
              tags: { keep: "*", env: [prod, staging], no: 1, "a/b": 2026-01-01, x: "" }
              without-tags: { cleanup: allowed }
              names: ["golden-*", "regex:^v[0-9]+$"]
              statuses: [UnAvailable]
              newer-than: 1h
              referenced-by: [instances, launch-templates, scaling-configurations]
              launch-template-versions: default-and-latest
              shared: false
              family-floor: 0
            rules:
              - name: expired-by-tag
                match: { tags: { delete-after: "*" }, regions: [cn-hangzhou], accounts: [1001, "1002"], min-size: 20 }
                delete-when: { tag-date-passed: delete-after }
                unshare: true
              - name: 0-builds
                match: { names: ["nightly-*"], families: ["*"], statuses: [Available, Deprecated], without-tags: { a: b } }
                delete-when: { older-than: 30d, any-of: [{ unused-for: 1w }, { older-than: 24h, tag-date-passed: d }] }
                keep-latest: { count: 5, per: tag/team }
                action: deprecate
                grace: 14d
                delete-snapshots: true
            limits:
              max-deletions: 200
              max-deletions-per-run: 1000
              max-percent: 20
              max-population-drop: 30
              max-percent-from: 0
              on-exceeded: region
              max-failures: 50
              ramp-up: 25
            """;

    @Test
    void acceptsAPolicyWithEveryKey() {
        assertThat(Policies.errors(GOOD)).isEmpty();
        assertThat(errors(GOOD)).isEmpty();
    }

    @Test
    void acceptsTheExampleOfTheProject() throws IOException {
        assertThat(errors(Files.readString(Path.of("config/policy.yml")))).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void acceptsWhateverIsAPolicy(long seed) {
        String policy = new PolicyLottery(seed).policy().toYaml();

        assertThat(errors(policy)).as(policy).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 1 | version: 2",
                "version: 1 | # none",
                "names: [\"golden-* | nanes: [\"golden-*",
                "[\"golden-*\", \"regex:^v[0-9]+$\"] | []",
                "keep: \"*\" | keep: \"x*\"",
                "env: [prod, staging] | env: [prod, \"*\"]",
                "env: [prod, staging] | env: []",
                "{ cleanup: allowed } | {}",
                "[UnAvailable] | [Unavailable]",
                "newer-than: 1h | newer-than: 0h",
                "newer-than: 1h | newer-than: 30m",
                "newer-than: 1h | newer-than: 7",
                "newer-than: 1h | newer-than: 87601h",
                "newer-than: 1h | newer-than: 3651d",
                "newer-than: 1h | newer-than: 522w",
                "[instances, launch-templates, scaling-configurations] | [instance]",
                "default-and-latest | latest",
                "shared: false | shared: off",
                "family-floor: 0 | family-floor: 1001",
                "family-floor: 0 | family-floor: -1",
                "name: expired-by-tag | name: built-in",
                "name: expired-by-tag | name: Expired",
                "regions: [cn-hangzhou] | regions: [\"cn-*\"]",
                "accounts: [1001, | accounts: [one,",
                "min-size: 20 | min-size: 0",
                "statuses: [Available, Deprecated] | statuses: [Available, Creating]",
                "delete-when: { tag-date-passed: delete-after } | force: false",
                "older-than: 30d, any-of | older: 30d, any-of",
                "any-of: [{ unused-for: 1w }, { | any-of: [{",
                "count: 5 | count: 0",
                "per: tag/team | per: tag/",
                "per: tag/team | per: family",
                "action: deprecate | action: remove",
                "action: deprecate | # none",
                "grace: 14d | grace: 14",
                "delete-snapshots: true | delete-snapshots: 'yes'",
                "max-percent: 20 | max-percent: 101",
                "on-exceeded: region | on-exceeded: all",
                "ramp-up: 25 | ramp-up: 0"
            })
    void refusesWhatIsNone(String change) {
        List<String> parts = List.of(change.split(" \\| "));
        String bad = GOOD.replace(parts.getFirst(), parts.getLast());

        assertThat(bad).isNotEqualTo(GOOD);
        assertThat(Policies.errors(bad)).isNotEmpty();
        assertThat(errors(bad)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999h", "10000h", "79999h", "86999h", "87599h", "87600h", "999d", "2999d", "3599d", "3650d", "521w"
            })
    void acceptsTheLongestDurations(String duration) {
        String policy = GOOD.replace("newer-than: 1h", "newer-than: " + duration);

        assertThat(Policies.errors(policy)).isEmpty();
        assertThat(errors(policy)).isEmpty();
    }

    /** As an editor reads it: by the core schema of YAML 1.2. */
    private List<String> errors(String policy) {
        return schema.validate(policy, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }
}
