package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts from a file beside those of the configuration, and what is wrong with either. */
class AccountsFileIT {

    private static final String OTHER_AS_YAML = """
            - id: 1000000000000002
              alias: other
              regions: [cn-hangzhou]
              role-arn: acs:ram::1000000000000002:role/imagesweep
              rate-per-minute: 3000
            """;

    @TempDir
    private Path folder;

    private static ProgramUnderTest program() {
        return ProgramUnderTest.over(new CloudState()
                .old("old", 1)
                .old(CloudState.OTHER, CloudState.HANGZHOU, "old", 2)
                .old(CloudState.OTHER, CloudState.BEIJING, "old", 1));
    }

    @Test
    void joinThoseOfTheConfiguration() throws IOException {
        try (var program = program().setting("--imagesweep.accounts-file=" + file("accounts.yml", OTHER_AS_YAML))) {
            assertThat(program.run("sync").exitCode()).isZero();

            assertThat(imagesByAccount(program)).containsExactly("1000000000000001: 1", "1000000000000002: 2");
            assertThat(program.calls("AssumeRole"))
                    .allSatisfy(call -> assertThat(
                                    call.at("/parameters/RoleSessionName").asString())
                            .isEqualTo("imagesweep-sync"));
        }
    }

    @Test
    void areReadFromCsv() throws IOException {
        var csv = """
                id,alias,regions,role-arn,rate-per-minute
                1000000000000002,"the other",cn-hangzhou cn-beijing,acs:ram::1000000000000002:role/imagesweep,
                """;
        try (var program = program().setting("--imagesweep.accounts-file=" + file("accounts.csv", csv))) {
            var answer = program.run("sync");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(imagesByAccount(program)).containsExactly("1000000000000001: 1", "1000000000000002: 3");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - {id: 1000000000000001, regions: [all]}                  | account 1000000000000001 is configured twice
            - {id: me, regions: [all]}                                | 'me'
            - {regions: [all]}                                        | must be the account's number
            - {id: 7}                                                 | at least one region
            - {id: 7, regions: ['cn hangzhou']}                       | 'cn hangzhou'
            - {id: 7, alias: web, regions: [a_b]}                     | (account 7, alias web, accounts.yml, line 1)
            - {id: 7, regions: [all], rate-per-minute: many}          | (accounts.yml, line 1)
            - {id: 7, regions: [all], role-arn: imagesweep}           | 'imagesweep'
            - {id: 7, regions: [all], role-arn: 'acs:ram::8:role/x'}  | another account
            - {id: 7, regions: [all], rate-per-minute: 0}             | '0'
            - {id: 7, regions: [all], rol-arn: x}                     | did you mean role-arn?
            - 7                                                       | line 1
            x: 7                                                      | no list of accounts
            - {id: 7, regions: [all                                   | is no YAML
            - {id: 7, id: 8}                                          | the key 'id' twice
            - {id: 7, regions: [all, cn-hangzhou]}                    | the regions [all, cn-hangzhou]
            - {id: [7, 8], regions: [all]}                            | where a plain text belongs
            []                                                        | names no account
            """)
    void areRefusedInOneSentence(String yaml, String sentence) throws IOException {
        try (var program = program().setting("--imagesweep.accounts-file=" + file("accounts.yml", yaml))) {
            var answer = program.run("sync");

            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(2);
            assertThat(answer.err().strip().lines()).hasSize(1);
            assertThat(answer.err()).contains(sentence);
            assertThat(program.calls("AssumeRole")).isEmpty();
        }
    }

    @Test
    void areToldWithTheirLineWhereOneContradictsItself() throws IOException {
        var csv = """
                id,alias,regions
                7,"in two
                lines",all
                8,web,all cn-hangzhou
                """;
        try (var program = program().setting("--imagesweep.accounts-file=" + file("accounts.csv", csv))) {
            assertThat(program.run("sync").err())
                    .startsWith("accounts.csv, line 4: account 8 has the regions [all, cn-hangzhou]: name some");
        }
    }

    @Test
    void areToldWithBothPlacesWhereOneIsThereTwice() throws IOException {
        var yaml = "- {id: 7, regions: [all]}\n\n- {id: 7, regions: [all]}\n";
        try (var program = program().setting("--imagesweep.accounts-file=" + file("accounts.yml", yaml))) {
            assertThat(program.run("sync").err())
                    .startsWith("account 7 is configured twice, in accounts.yml, line 1 and in accounts.yml, line 3:");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,regoins  | did you mean regions?
            id,id       | is no CSV
            """)
    void areRefusedWithAWrongHeading(String heading, String sentence) throws IOException {
        try (var program =
                program().setting("--imagesweep.accounts-file=" + file("accounts.csv", heading + "\n7,all\n"))) {
            assertThat(program.run("sync").err()).contains(sentence);
        }
    }

    /** As spreadsheets write it. */
    @Test
    void areReadFromCsvWithAByteOrderMark() throws IOException {
        var csv = """
                \uFEFFid,regions,role-arn
                1000000000000002,cn-hangzhou,acs:ram::1000000000000002:role/imagesweep
                """;
        try (var program = program().setting("--imagesweep.accounts-file=" + file("ACCOUNTS.CSV", csv))) {
            var answer = program.run("sync");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(imagesByAccount(program)).contains("1000000000000002: 2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7,cn-hangzhou,cn-beijing", "7"})
    void areRefusedWhereARowHasOtherFieldsThanTheHeading(String row) throws IOException {
        var csv = "id,regions\n8,all\n" + row + "\n";
        try (var program = program().setting("--imagesweep.accounts-file=" + file("accounts.csv", csv))) {
            var answer = program.run("sync");

            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(2);
            assertThat(answer.err()).contains("at row 2", "part regions by spaces");
        }
    }

    @Test
    void areDemandedWhereTheyAreNamed() {
        try (var program = program().setting("--imagesweep.accounts-file=" + folder.resolve("none.yml"))) {
            var answer = program.run("sync");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("none.yml", "cannot be read");
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<@Nullable String> imagesByAccount(ProgramUnderTest program) {
        return program.database()
                .jdbc()
                .sql("select account_id || ': ' || count(*) from imagesweep.image group by account_id order by 1")
                .query(String.class)
                .list();
    }
}
