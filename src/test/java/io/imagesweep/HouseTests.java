package io.imagesweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The agreements of the house: who may know whom, and how large a type may grow. */
class HouseTests {

    private static final List<String> ROOMS =
            List.of("candidate", "policy", "quota", "deletion", "ledger", "report", "job", "cli");
    private static final int LONGEST_TYPE = 200;
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.imagesweep");

    static Stream<String> rooms() {
        return ROOMS.stream();
    }

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Imagesweep.class).verify();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsNeverPointRight(String room) {
        var right = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
                .map(other -> "io.imagesweep." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("io.imagesweep." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(right)
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void nobodyKnowsTheRoomBehindThePorts() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.imagesweep.alibaba..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.imagesweep.alibaba..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheRoomBehindThePortsKnowsTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.imagesweep.alibaba..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.aliyun..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheJobKnowsSpringBatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.imagesweep.job..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.sql..", "javax.sql..", "java.net..", "java.nio.file..", "org.springframework.."})
    void thePolicyTouchesNothingOutside(String outside) {
        noClasses()
                .that()
                .resideInAPackage("io.imagesweep.policy..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(outside)
                .check(PROGRAM);
    }

    @Test
    void thePolicyHasNoClock() {
        noClasses()
                .that()
                .resideInAPackage("io.imagesweep.policy..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(PROGRAM);
    }

    @Test
    void everyTypeHasARoom() {
        var named = Stream.concat(ROOMS.stream(), Stream.of("alibaba"))
                .map(room -> "io.imagesweep." + room + "..")
                .toArray(String[]::new);

        classes()
                .that()
                .doNotHaveFullyQualifiedName(Imagesweep.class.getName())
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .resideInAnyPackage(named)
                .check(PROGRAM);
    }

    @Test
    void noTypeIsLongerThanAgreed() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST_TYPE));
        }
    }
}
