package io.imagesweep.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;

/** The filters of DescribeImages by the time of creation, both ends included, to the minute. */
record CreationFilter(Instant from, Instant to) implements Predicate<ListedImage> {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]'Z'");

    static CreationFilter of(Arguments arguments) {
        return of(arguments, Integer.MAX_VALUE);
    }

    /** Only of the first so many filters: others are about other times. */
    static CreationFilter of(Arguments arguments, int filters) {
        var filter = new CreationFilter(Instant.MIN, Instant.MAX);
        for (var entry : arguments.list("Filter").headMap(filters, true).values()) {
            filter = filter.and(entry.getOrDefault("Key", ""), entry.getOrDefault("Value", ""));
        }
        return filter;
    }

    @Override
    public boolean test(ListedImage listed) {
        return covers(listed.image().creationTime());
    }

    boolean covers(Instant created) {
        return !created.isBefore(from) && !created.isAfter(to);
    }

    private CreationFilter and(String key, String value) {
        return switch (key) {
            case "CreationStartTime" -> new CreationFilter(time(value), to);
            case "CreationEndTime" -> new CreationFilter(from, time(value));
            case "NetworkType" -> {
                if (!value.equals("vpc") && !value.equals("classic")) {
                    throw ErrorCode.NETWORK_TYPE.refusal();
                }
                yield this;
            }
            default -> throw ErrorCode.FILTER_KEY.refusal();
        };
    }

    static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, MINUTES).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw ErrorCode.FILTER_VALUE.refusal();
        }
    }
}
