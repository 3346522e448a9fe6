package io.imagesweep.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The calls that were received, as the control surface tells them. */
final class CallReport {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private CallReport() {}

    static ArrayNode of(List<CallRecord> records, Map<String, String> query) {
        var action = query.getOrDefault("action", "");
        long after = number("after", query.getOrDefault("after", "0"));
        var mutating = query.getOrDefault("mutating", "");
        if (!mutating.matches("|true|false")) {
            throw new IllegalArgumentException("mutating is true or false, not " + mutating);
        }
        var report = JsonNodeFactory.instance.arrayNode();
        records.stream()
                .filter(record -> record.seq() > after)
                .filter(record ->
                        action.isEmpty() || action.equals(record.facts().action()))
                .filter(record -> mutating.isEmpty()
                        || Boolean.parseBoolean(mutating) == record.facts().mutating())
                .forEach(record -> report.add(entry(record)));
        return report;
    }

    private static long number(String name, String text) {
        if (!text.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException(name + " is a whole number, not " + text);
        }
        return Long.parseLong(text);
    }

    private static ObjectNode entry(CallRecord record) {
        var facts = record.facts();
        var entry = JsonNodeFactory.instance
                .objectNode()
                .put("seq", record.seq())
                .put("arrivedAt", MILLIS.format(record.arrivedAt()))
                .put("answeredAt", time(record.answeredAt()))
                .put("accountId", facts.accountId())
                .put("regionId", facts.regionId())
                .put("action", facts.action());
        var parameters = entry.putObject("parameters");
        facts.parameters().forEach(parameters::put);
        return entry.put("httpStatus", facts.httpStatus())
                .put("code", facts.code())
                .put("requestId", facts.requestId())
                .put("fault", facts.fault())
                .put("applied", facts.applied());
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : MILLIS.format(instant);
    }
}
