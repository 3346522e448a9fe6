package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.HERE;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/** The images of a region, which appear and vanish while they are shown page by page. */
final class ImageShelf {

    /** Where a new image stands in the listing; nobody documents it. */
    enum Order {
        NEWEST_FIRST,
        NEWEST_LAST
    }

    private final List<String> ids = new ArrayList<>();
    private int created;
    private int turned;

    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** How many pages were turned. */
    int turned() {
        return turned;
    }

    Reading<ImagePage> page(int number) {
        turned++;
        return new Reading.Complete<>(new ImagePage(ids.size(), pageOf(number), null));
    }

    List<Candidate> pageOf(int number) {
        return ids.stream()
                .skip((number - 1L) * ImageListing.PAGE_SIZE)
                .limit(ImageListing.PAGE_SIZE)
                .map(ImageShelf::image)
                .toList();
    }

    private static Candidate image(String id) {
        Instant created = Instant.ofEpochSecond(Long.parseLong(id.substring(2)));
        return ImageReader.candidate(
                HERE, id, JsonNodeFactory.instance.objectNode().put("CreationTime", created.toString()));
    }

    void create(Order order, int images) {
        IntStream.range(0, images)
                .forEach(_ -> ids.add(order == Order.NEWEST_FIRST ? 0 : ids.size(), "m-" + created++));
    }

    void removeFirst(int images) {
        ids.subList(0, images).clear();
    }

    void deleteSome(RandomGenerator random, int most, Set<String> those) {
        for (int image = random.nextInt(most + 1); image > 0 && !ids.isEmpty(); image--) {
            String id = ids.get(random.nextInt(ids.size()));
            ids.removeIf(that -> that.equals(id) && those.contains(id));
        }
    }
}
