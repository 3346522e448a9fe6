package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.Imagesweep;
import io.imagesweep.job.Explanations;
import io.imagesweep.policy.PolicyReading;
import io.imagesweep.policy.PolicyText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Plans and explanations of the same tables, without a cloud. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainCommandIT {

    private final ProgramUnderTest program = ProgramUnderTest.over(new CloudState())
            .policy(ExplainedTables.POLICY)
            .account(0, "1001", "all")
            .account(1, "1002", "all");

    private String plan = "";

    @BeforeAll
    void fillTheTables() {
        assertThat(program.run("db", "migrate").exitCode()).isZero();
        program.database().jdbc().sql(ExplainedTables.TABLES).update();
        var planned = program.run("plan", "--no-sync", "--as-of", ExplainedTables.AS_OF, "--output", "json");
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        plan = planned.json().path("runId").asString();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void decidesByWhoUsesAnImage() {
        assertThat(kinds())
                .contains(
                        "KEEP protect.referenced-by referenced",
                        "KEEP protect.referenced-by references unknown",
                        "DELETE broken due",
                        "DEPRECATE nightly due",
                        "KEEP nightly deprecated by others",
                        "KEEP nightly among the latest");
    }

    private List<String> kinds() {
        return program.database()
                .jdbc()
                .sql("select distinct concat_ws(' ', decision, rule, split_part(reason, ':', 1)) from"
                        + " imagesweep.deletion_result where run_id = cast(? as uuid)")
                .param(plan)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void saysTheSameAsThePlanOfEveryImage() {
        try (var context = new Program(Imagesweep.class, program.settings()).start()) {
            var explanations = context.getBean(Explanations.class);
            var policy = ((PolicyReading.Valid)
                            PolicyText.read(ExplainedTables.POLICY.getBytes(StandardCharsets.UTF_8), "policy.yml"))
                    .policy();

            assertThat(rows()).hasSize(241).allSatisfy(row -> {
                var key = Pattern.compile("\\|").splitAsStream(row).toList();
                var told = explanations.of(
                        key.get(0), key.get(1), key.get(2), policy, Instant.parse(ExplainedTables.AS_OF));

                assertThat(text(ExplainAnswer.of(told))).isEqualTo(row);
            });
        }
    }

    private static String text(ExplainAnswer answer) {
        return String.join(
                "|",
                answer.region(),
                answer.imageId(),
                answer.account(),
                answer.decision(),
                String.valueOf(answer.rule()),
                answer.reason());
    }

    private List<String> rows() {
        return program.database()
                .jdbc()
                .sql("select concat_ws('|', region_id, image_id, account_id, decision, coalesce(rule, 'null'), reason)"
                        + " from imagesweep.deletion_result where run_id = cast(? as uuid)")
                .param(plan)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void namesEachLineEachUseEachSourceAndTheLastRuns() {
        var told = explain("cn-hangzhou", "m-22", "--account", "1001");

        assertThat(names(told.path("protections")))
                .containsExactly(
                        "built-in",
                        "protect.tags",
                        "protect.newer-than",
                        "protect.shared",
                        "protect.referenced-by",
                        "protect.family-floor");
        assertThat(names(told.path("rules"))).containsExactly("broken", "nightly");
        assertThat(told.path("references").get(0).path("referrerId").asString()).isEqualTo("x-22");
        assertThat(told.path("references").get(0).path("current").asBoolean()).isFalse();
        assertThat(told.path("references").get(0).path("counts").asBoolean()).isFalse();
        assertThat(told.path("sources")).hasSize(6);
        assertThat(told.path("runs").toString()).contains(plan);
    }

    @Test
    void tellsAPersonTheDecisionFirst() {
        var told = program.run("explain", "cn-hangzhou", "m-22", "--account", "1001", "--as-of", ExplainedTables.AS_OF);

        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).startsWith("KEEP by protect.shared: shared: other accounts may use it");
        assertThat(told.out())
                .contains("  keeps  protect.shared: shared: other accounts may use it")
                .contains("  -      broken: match.statuses does not fit")
                .contains("  fits   nightly: ")
                .contains("x-22 of account 1003")
                .contains("instances of account 1003: ")
                .contains(", then failed: Forbidden.RAM")
                .contains(plan);
    }

    @Test
    void findsTheAccountWhereThereIsOne() {
        assertThat(explain("cn-beijing", "m-only").path("account").asString()).isEqualTo("1002");
    }

    @Test
    void refusesWhatItCannotFind() {
        var several = program.run("explain", "cn-hangzhou", "m-1", "--output", "json");
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains("say --account 1001 or 1002");
        var unknown = program.run("explain", "cn-nowhere", "m-1");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("m-1 is no candidate of any account in region cn-nowhere");
        assertThat(program.run("explain", "cn-hangzhou", "m-1", "--account", "9")
                        .err())
                .contains("m-1 is no candidate of account 9 in region cn-hangzhou");
    }

    @Test
    void tellsWhatMatchedAndWhatStoppedMatching() {
        program.policy(ExplainedTables.POLICY.replace("keep: \"*\"", "nothing: \"*\""));
        try {
            var stopped = program.run("plan", "--no-sync", "--as-of", ExplainedTables.AS_OF);
            var answer = program.run("plan", "--no-sync", "--as-of", ExplainedTables.AS_OF, "--output", "json");

            assertThat(stopped.out().lines().skip(1).findFirst().orElseThrow())
                    .startsWith("note: protect.tags stopped matching: no image now, 18 in run ");
            assertThat(stopped.out())
                    .contains("images met by each protection and rule:")
                    .contains("       0 protect.tags");
            assertThat(answer.json().path("ruleMatches").path("protect.tags").asLong())
                    .isZero();
            assertThat(answer.json().path("ruleMatches").path("broken").asLong())
                    .isPositive();
            assertThat(answer.json().path("warnings").get(0).asString())
                    .isEqualTo("protect.tags matched no image at all");
        } finally {
            program.policy(ExplainedTables.POLICY);
        }
    }

    private JsonNode explain(String... arguments) {
        var all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--as-of", ExplainedTables.AS_OF, "--output", "json"));
        var told = program.run(all.toArray(String[]::new));
        assertThat(told.exitCode()).as(told.err()).isZero();
        return told.json();
    }

    private static List<String> names(JsonNode verdicts) {
        return verdicts.valueStream()
                .map(verdict -> verdict.path("name").asString())
                .toList();
    }
}
