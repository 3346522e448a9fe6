package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.quota.Paces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** Calls what only reads, patiently and at the pace of its action, and reads the answers. */
record Reader(AlibabaClients clients, Paces paces, Patience patience) {

    private static final String INCOMPLETE = "the answer lacks what it should tell";
    /** The most that the listings of launch templates, their versions and scaling configurations give at once. */
    private static final int PAGE_SIZE = 50;

    /** Reads all pages of a listing by page numbers, each item known by {@code id}. */
    Reading<List<JsonNode>> list(Listed listed, Map<String, String> parameters, Function<JsonNode, String> id) {
        IntFunction<Reading<NumberedPage<JsonNode>>> pages = number -> {
            Map<String, String> page = new HashMap<>(parameters);
            page.put("PageNumber", String.valueOf(number));
            page.put("PageSize", String.valueOf(PAGE_SIZE));
            return read(ask(listed, page), body -> NumberedPage.of(body, listed.list(), listed.item()));
        };
        return new Listing<>(PAGE_SIZE, pages, id).read();
    }

    /** Asks for {@code parameters} in the region of {@code listed}. */
    Reply ask(Listed listed, Map<String, String> parameters) {
        AccountRegion where = listed.where();
        Map<String, String> all = new HashMap<>(parameters);
        all.put("RegionId", where.regionId());
        return patience.ask(
                paces.of(where, listed.action()),
                () -> listed.service().of(clients, where).call(listed.action(), all));
    }

    /** Reads what an accepted answer tells; {@code reader} gives nothing where it lacks something. */
    static <T> Reading<T> read(Reply reply, Function<JsonNode, Optional<T>> reader) {
        if (!reply.accepted()) {
            return new Unreadable<>(
                    reply.answer() instanceof Denied, reply.answer().said().sentence());
        }
        Optional<T> value = reader.apply(reply.body());
        return value.isPresent() ? new Complete<>(value.get()) : new Unreadable<>(false, INCOMPLETE);
    }

    /**
     * A listing of the API in one account and region.
     *
     * @param list the field of the answer that holds the items
     * @param item the field in {@code list} that they are wrapped in
     */
    record Listed(AccountRegion where, Service service, String action, String list, String item) {}

    /** The services that are read. */
    enum Service {
        ECS {
            @Override
            Api of(AlibabaClients clients, AccountRegion where) {
                return clients.ecs(where);
            }
        },
        ESS {
            @Override
            Api of(AlibabaClients clients, AccountRegion where) {
                return clients.ess(where);
            }
        };

        abstract Api of(AlibabaClients clients, AccountRegion where);
    }
}
