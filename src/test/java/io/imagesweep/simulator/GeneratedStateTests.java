package io.imagesweep.simulator;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each clause of what is promised of a generated state. */
class GeneratedStateTests {

    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final StateDocument USUAL = new GeneratedState(2000, 3, 2, 1).document(START);

    static Stream<RegionState> regions() {
        return Stream.of(
                        USUAL,
                        new GeneratedState(50, 1, 1, 7).document(START),
                        new GeneratedState(1200, 6, 4, 3).document(START))
                .flatMap(state -> state.accounts().stream())
                .flatMap(account -> account.regions().stream());
    }

    @Test
    void hasTheAccountsRolesAndTheKey() {
        assertThat(USUAL.accounts())
                .extracting(AccountState::accountId)
                .containsExactly("1000000000000001", "1000000000000002");
        assertThat(USUAL.accounts())
                .allSatisfy(account -> assertThat(account.roles())
                        .singleElement()
                        .satisfies(role -> {
                            assertThat(role.name()).isEqualTo("imagesweep");
                            assertThat(role.trusts("1000000000000001")).isTrue();
                        }));
        assertThat(USUAL.accounts().getFirst().accessKeys())
                .containsExactly(new AccessKey("testid", "testsecret", true, null, null, null));
    }

    @Test
    void hasTheRegionsInTheirOrder() {
        assertThat(new GeneratedState(0, 6, 1, 1)
                        .document(START)
                        .accounts()
                        .getFirst()
                        .regions())
                .extracting(RegionState::regionId)
                .containsExactly(
                        "cn-hangzhou", "cn-beijing", "cn-shanghai", "eu-central-1", "ap-southeast-1", "us-west-1");
    }

    @Test
    void hasExactlySoManyImagesSpreadEvenly() {
        for (int images : List.of(0, 1, 5, 299, 2000, 2003)) {
            var sizes = new GeneratedState(images, 3, 2, 1)
                    .document(START).accounts().stream()
                            .flatMap(account -> account.regions().stream())
                            .mapToInt(region -> region.images().size())
                            .summaryStatistics();

            assertThat(sizes.getSum()).isEqualTo(images);
            assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void isTheSameForTheSameNumbersAndAnotherForAnotherSeed() {
        var mapper = Json.mapper(() -> START);
        var again = mapper.writeValueAsString(new GeneratedState(2000, 3, 2, 1).document(START));

        assertThat(again).isEqualTo(mapper.writeValueAsString(USUAL));
        assertThat(mapper.writeValueAsString(new GeneratedState(2000, 3, 2, 2).document(START)))
                .isNotEqualTo(again);
    }

    @Test
    void differsOnlyInItsTimesWhenItStartsLater() {
        var later = START.plus(Duration.ofDays(400));
        var images = imagesOf(USUAL);
        var shifted = imagesOf(new GeneratedState(2000, 3, 2, 1).document(later));

        assertThat(shifted)
                .usingRecursiveComparison()
                .ignoringFields("creationTime")
                .isEqualTo(images);
        assertThat(IntStream.range(0, images.size()))
                .allMatch(i -> Duration.between(
                                images.get(i).creationTime(), shifted.get(i).creationTime())
                        .equals(Duration.ofDays(400)));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void ownsEveryImageAndGivesItsTimeInWholeSeconds(RegionState region) {
        assertThat(region.images()).allSatisfy(image -> {
            assertThat(image.ownerAlias()).isEqualTo("self");
            assertThat(image.creationTime())
                    .isEqualTo(Moments.wholeSeconds(image.creationTime()))
                    .isBefore(START);
        });
    }

    @ParameterizedTest
    @MethodSource("regions")
    void letsAtLeastHalfGo(RegionState region) {
        var used = referenced(region);
        var free = region.images().stream()
                .filter(image -> image.status().equals("Available"))
                .filter(image -> image.creationTime().isBefore(START.minus(Duration.ofDays(30))))
                .filter(image -> image.tags().isEmpty() && image.busy() == null)
                .filter(image -> image.sharedWith().isEmpty() && !image.openToAll())
                .filter(image -> !used.contains(image.imageId()))
                .count();

        assertThat(free).isGreaterThanOrEqualTo((region.images().size() + 1) / 2);
    }

    @ParameterizedTest
    @MethodSource("regions")
    void hasEveryAwkwardKind(RegionState region) {
        assertThat(region.images()).extracting(Image::status).containsAll(Image.STATUSES);
        assertThat(region.images()).extracting(Image::busy).contains("copying", "importing", "exporting", "creating");
        assertThat(region.images()).extracting(Image::busyFor).containsOnlyNulls();
        assertThat(region.images()).anyMatch(image -> !image.sharedWith().isEmpty());
        assertThat(region.images()).anyMatch(Image::openToAll);
        assertThat(region.images()).anyMatch(image -> image.tags().containsKey("keep"));
        assertThat(region.images()).anyMatch(image -> image.imageName().chars().anyMatch(c -> c > 0x2000));
        assertThat(region.images())
                .anyMatch(image ->
                        image.imageName().contains("\"") && image.imageName().contains("'"));
        assertThat(region.images()).anyMatch(image -> image.imageName().contains("<script>"));
        assertThat(region.instances().stream().map(Instance::imageId).distinct())
                .hasSizeGreaterThanOrEqualTo(7);
        assertThat(region.launchTemplates()).isNotEmpty();
        assertThat(region.scalingGroups()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void refersOnlyToImagesThatExist(RegionState region) {
        var ids = region.images().stream().map(Image::imageId).collect(Collectors.toSet());

        assertThat(ids).containsAll(referenced(region));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void hasFamiliesOfOneAndOfManyAndImagesWithoutAny(RegionState region) {
        var families = region.images().stream()
                .map(Image::imageFamily)
                .filter(Objects::nonNull)
                .collect(groupingBy(identity(), counting()));

        assertThat(families.values()).contains(1L).anyMatch(size -> size >= 5);
        assertThat(region.images()).anyMatch(image -> image.imageFamily() == null);
    }

    @Test
    void isBusyInOneOfFiftyAtMost() {
        assertThat(USUAL.accounts().stream().flatMap(account -> account.regions().stream()))
                .allSatisfy(region -> assertThat(region.images().stream()
                                .filter(image ->
                                        image.busy() != null || image.status().equals("Waiting")))
                        .hasSizeLessThanOrEqualTo(region.images().size() / 50));
    }

    private static Set<String> referenced(RegionState region) {
        var byTemplates = region.launchTemplates().stream()
                .flatMap(template -> template.versions().stream())
                .map(LaunchTemplate.Version::imageId);
        var byGroups = region.scalingGroups().stream()
                .flatMap(group -> group.configurations().stream())
                .map(ScalingGroup.Configuration::imageId)
                .filter(Objects::nonNull);
        var byInstances = region.instances().stream().map(Instance::imageId);
        return Stream.of(byTemplates, byGroups, byInstances).flatMap(identity()).collect(Collectors.toSet());
    }

    private static List<Image> imagesOf(StateDocument state) {
        return state.accounts().stream()
                .flatMap(account -> account.regions().stream())
                .flatMap(region -> region.images().stream())
                .toList();
    }
}
