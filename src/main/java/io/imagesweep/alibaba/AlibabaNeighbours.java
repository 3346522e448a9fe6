package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.Missing;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.quota.Paces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads shares by DescribeImageSharePermission and snapshots by DescribeSnapshots, patiently and at the agreed pace. */
@Component
final class AlibabaNeighbours implements ImageNeighbours {

    private static final String INCOMPLETE = "the answer lacks what it should tell";
    private static final int PAGE_SIZE = 100;

    private final AlibabaClients clients;
    private final Paces paces;
    private final Patience patience;

    @Autowired
    AlibabaNeighbours(AlibabaClients clients, Paces paces, DeletionSettings settings) {
        this(clients, paces, Patience.of(settings));
    }

    AlibabaNeighbours(AlibabaClients clients, Paces paces, Patience patience) {
        this.clients = clients;
        this.paces = paces;
        this.patience = patience;
    }

    @Override
    public Reading<List<String>> sharedWith(ImageKey image) {
        Set<String> accounts = new TreeSet<>();
        for (int number = 1; ; number++) {
            Reply reply = ask(
                    image.where(),
                    "DescribeImageSharePermission",
                    Map.of(
                            "ImageId", image.imageId(),
                            "PageNumber", String.valueOf(number),
                            "PageSize", String.valueOf(PAGE_SIZE)));
            if (reply.answer() instanceof Missing) {
                return new Complete<>(List.of());
            }
            if (!reply.accepted()) {
                return unreadable(reply);
            }
            List<String> page = texts(reply.body(), "Accounts", "Account", "AliyunId");
            accounts.addAll(page);
            if (accounts.size() >= reply.body().path("TotalCount").asInt(Integer.MAX_VALUE)) {
                return new Complete<>(new ArrayList<>(accounts));
            }
            if (page.isEmpty()) {
                return new Unreadable<>(false, INCOMPLETE);
            }
        }
    }

    @Override
    public Reading<Set<String>> existing(AccountRegion where, Collection<String> snapshotIds) {
        Set<String> existing = new HashSet<>();
        List<String> wanted = List.copyOf(snapshotIds);
        for (int from = 0; from < wanted.size(); from += PAGE_SIZE) {
            List<String> some = wanted.subList(from, Math.min(from + PAGE_SIZE, wanted.size()));
            Reply reply = ask(
                    where,
                    "DescribeSnapshots",
                    Map.of(
                            "SnapshotIds", JsonMapper.shared().writeValueAsString(some),
                            "MaxResults", String.valueOf(PAGE_SIZE)));
            if (!reply.accepted()) {
                return unreadable(reply);
            }
            if (!reply.body().path("Snapshots").path("Snapshot").isArray()) {
                return new Unreadable<>(false, INCOMPLETE);
            }
            existing.addAll(texts(reply.body(), "Snapshots", "Snapshot", "SnapshotId"));
        }
        return new Complete<>(existing);
    }

    private Reply ask(AccountRegion where, String action, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("RegionId", where.regionId());
        return patience.askAtLeastOnce(
                paces.of(where, action), () -> clients.ecs(where).call(action, all));
    }

    private static <T> Unreadable<T> unreadable(Reply reply) {
        return new Unreadable<>(
                reply.answer() instanceof Denied, reply.answer().said().sentence());
    }

    private static List<String> texts(JsonNode body, String list, String item, String field) {
        Stream<String> texts = body.path(list)
                .path(item)
                .valueStream()
                .map(node -> ImageReader.text(node, field))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
        return texts.toList();
    }
}
