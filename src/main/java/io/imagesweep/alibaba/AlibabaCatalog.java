package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.quota.Pace;
import io.imagesweep.quota.Paces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads images by DescribeImages and regions by DescribeRegions, patiently and at the agreed pace. */
@Component
final class AlibabaCatalog implements ImageCatalog {

    private static final String DESCRIBE_IMAGES = "DescribeImages";
    private static final String DESCRIBE_REGIONS = "DescribeRegions";
    /** Where the regions are asked for: every account, Chinese or international, reaches it. */
    private static final String HOME = "cn-hangzhou";
    /** Without them the API lists the available images alone (DescribeImages, 2025). */
    private static final String ALL_STATUSES = "Creating,Waiting,Available,UnAvailable,CreateFailed,Deprecated";

    private static final int PASSES = 5;

    private final AlibabaClients clients;
    private final Paces paces;
    private final Patience patience;

    @Autowired
    AlibabaCatalog(AlibabaClients clients, Paces paces, DeletionSettings settings) {
        this(clients, paces, Patience.of(settings));
    }

    AlibabaCatalog(AlibabaClients clients, Paces paces, Patience patience) {
        this.clients = clients;
        this.paces = paces;
        this.patience = patience;
    }

    @Override
    public Reading<List<String>> regions(AccountSettings account) {
        if (!account.allRegions()) {
            return new Complete<>(sorted(account.regions()));
        }
        var home = new AccountRegion(account.id(), HOME);
        Reply reply = patience.ask(
                paces.of(home, DESCRIBE_REGIONS), () -> clients.ecs(home).call(DESCRIBE_REGIONS, Map.of()));
        return Reader.read(reply, AlibabaCatalog::regionIds);
    }

    @Override
    public Reading<List<Candidate>> images(AccountRegion where) {
        String shortfall = "";
        for (int pass = 0; pass < PASSES; pass++) {
            var listing = new ImageListing(where, page -> page(where, page));
            listing.read();
            if (listing.failure() != null) {
                return listing.failure();
            }
            if (listing.whole()) {
                return new Complete<>(listing.images());
            }
            shortfall = listing.shortfall();
        }
        return new Unreadable<>(
                false, "the listing changed under every one of %d passes: %s".formatted(PASSES, shortfall));
    }

    @Override
    public Reading<Optional<Candidate>> image(ImageKey key) {
        Map<String, String> parameters = parameters(key.where(), Map.of("ImageId", key.imageId()));
        Reply reply = patience.askAtLeastOnce(pace(key.where()), () -> describe(key.where(), parameters));
        return Reader.read(reply, body -> ImagePage.of(key.where(), body).flatMap(page -> only(page, key)));
    }

    private Reading<ImagePage> page(AccountRegion where, int number) {
        Map<String, String> parameters = parameters(
                where,
                Map.of("PageNumber", String.valueOf(number), "PageSize", String.valueOf(ImageListing.PAGE_SIZE)));
        Reply reply = patience.ask(pace(where), () -> describe(where, parameters));
        return Reader.read(reply, body -> ImagePage.of(where, body));
    }

    private Reply describe(AccountRegion where, Map<String, String> parameters) {
        return clients.ecs(where).call(DESCRIBE_IMAGES, parameters);
    }

    private Pace pace(AccountRegion where) {
        return paces.of(where, DESCRIBE_IMAGES);
    }

    private static Map<String, String> parameters(AccountRegion where, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("RegionId", where.regionId());
        parameters.put("ImageOwnerAlias", "self");
        parameters.put("Status", ALL_STATUSES);
        return parameters;
    }

    /** Gone is what the API says there are none of; an answer that does not show what it counts says nothing. */
    private static Optional<Optional<Candidate>> only(ImagePage page, ImageKey key) {
        Optional<Candidate> image = page.images().stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst();
        return image.isPresent() || page.total() == 0 ? Optional.of(image) : Optional.empty();
    }

    private static Optional<List<String>> regionIds(JsonNode body) {
        List<String> ids = body.path("Regions")
                .path("Region")
                .valueStream()
                .map(region -> ImageReader.text(region, "RegionId"))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(sorted(ids));
    }

    private static List<String> sorted(List<String> regions) {
        return regions.stream().distinct().sorted().toList();
    }
}
