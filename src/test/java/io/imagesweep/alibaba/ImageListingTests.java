package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.alibaba.ImageShelf.Order;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ImageListingTests {

    private final ImageShelf shelf = new ImageShelf();

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "99, 1", "100, 1", "101, 3", "200, 3", "201, 4"})
    void isWholeWithTheFirstOfSeveralPagesReadTwice(int images, int pages) {
        shelf.create(Order.NEWEST_LAST, images);

        ImageListing listing = read(shelf::page);

        assertThat(listing.whole()).isTrue();
        assertThat(ids(listing)).isEqualTo(shelf.ids());
        assertThat(shelf.turned()).isEqualTo(pages);
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 100).boxed();
    }

    /** Our own deletions go on while the same region is listed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWholeAtTheFirstPassThoughImagesVanish(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        shelf.create(random.nextBoolean() ? Order.NEWEST_FIRST : Order.NEWEST_LAST, random.nextInt(50, 1_000));

        ImageListing listing = read(number -> {
            Reading<ImagePage> page = shelf.page(number);
            shelf.deleteSome(random, 30, shelf.ids());
            return page;
        });

        assertThat(listing.whole()).isTrue();
        assertThat(ids(listing)).containsAll(shelf.ids());
    }

    /** Only an image that appears and vanishes within one pass could hide that it moved another. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverCallsWholeWhatMissesAnImage(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Order order = random.nextBoolean() ? Order.NEWEST_FIRST : Order.NEWEST_LAST;
        shelf.create(order, random.nextInt(50, 600));
        Set<String> before = shelf.ids();

        ImageListing listing = read(number -> {
            Reading<ImagePage> page = shelf.page(number);
            shelf.create(order, random.nextInt(3));
            shelf.deleteSome(random, 3, before);
            return page;
        });

        if (listing.whole()) {
            assertThat(ids(listing))
                    .containsAll(shelf.ids().stream().filter(before::contains).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotWholeWhenImagesAppear(Order order) {
        shelf.create(order, 350);

        ImageListing listing = read(number -> {
            Reading<ImagePage> page = shelf.page(number);
            shelf.create(order, 1);
            return page;
        });

        assertThat(listing.whole()).isFalse();
    }

    @Test
    void isNotWholeWhenAnImageAppearsAndVanishesAgain() {
        shelf.create(Order.NEWEST_FIRST, 250);

        ImageListing listing = read(number -> {
            if (shelf.turned() == 2) {
                shelf.create(Order.NEWEST_FIRST, 1);
            }
            Reading<ImagePage> page = shelf.page(number);
            if (shelf.turned() == 3) {
                shelf.removeFirst(2);
            }
            return page;
        });

        assertThat(listing.images()).hasSize(249);
        assertThat(listing.whole()).isFalse();
    }

    @Test
    void isWholeThoughNobodyKnowsHowOldAnImageIs() {
        shelf.create(Order.NEWEST_FIRST, 150);
        Candidate ageless = ImageReader.candidate(HERE, "m-ageless", JsonNodeFactory.instance.objectNode());

        ImageListing listing = read(number -> {
            List<Candidate> images = new ArrayList<>(shelf.pageOf(number));
            images.add(ageless);
            return new Reading.Complete<>(new ImagePage(151, images, null));
        });

        assertThat(listing.whole()).isTrue();
    }

    @Test
    void isNotWholeWhenImagesAreCountedThatAreNotShown() {
        shelf.create(Order.NEWEST_LAST, 150);

        ImageListing listing = read(number -> new Reading.Complete<>(new ImagePage(151, shelf.pageOf(number), null)));

        assertThat(listing.whole()).isFalse();
        assertThat(listing.shortfall()).isEqualTo("150 images found of 151");
    }

    @Test
    void endsAtAPageThatCannotBeRead() {
        shelf.create(Order.NEWEST_LAST, 350);

        ImageListing listing =
                read(number -> number == 3 ? new Reading.Unreadable<>(false, "503") : shelf.page(number));

        assertThat(listing.failure()).isEqualTo(new Reading.Unreadable<>(false, "503"));
        assertThat(shelf.turned()).isEqualTo(2);
    }

    @Test
    void endsAtAnImageOfAnotherAccount() {
        shelf.create(Order.NEWEST_LAST, 350);

        ImageListing listing = read(_ -> new Reading.Complete<>(new ImagePage(350, shelf.pageOf(1), "2")));

        assertThat(listing.failure())
                .isEqualTo(new Reading.Unreadable<>(
                        true,
                        "account 1000000000000001 is configured, but these credentials show images of account 2"));
    }

    private static ImageListing read(IntFunction<Reading<ImagePage>> pages) {
        var listing = new ImageListing(HERE, pages);
        listing.read();
        return listing;
    }

    private static Set<String> ids(ImageListing listing) {
        Set<String> ids = new LinkedHashSet<>();
        listing.images().forEach(image -> ids.add(image.key().imageId()));
        return ids;
    }
}
