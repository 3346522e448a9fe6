package io.imagesweep.simulator;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings as the control surface tells and takes them. */
final class SettingsReport {

    private static final Set<String> KNOWN =
            Set.of("latency", "ratePerMinute", "deletionLag", "missingImage", "clockOffset");

    private static final Duration LARGEST_OFFSET = Duration.ofDays(36_525);

    private SettingsReport() {}

    static ObjectNode of(Simulation simulation) {
        var settings = simulation.settings();
        return Answer.object()
                .put("latency", settings.latency().toString())
                .put("ratePerMinute", settings.ratePerMinute())
                .put("deletionLag", settings.deletionLag().toString())
                .put("missingImage", settings.missingImage())
                .put("clockOffset", simulation.clock().offset().toString());
    }

    static void apply(JsonNode body, Simulation simulation) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("settings are an object, not " + body);
        }
        for (var name : body.propertyNames()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown setting " + name + ", known are " + KNOWN);
            }
        }
        var settings = simulation.settings();
        if (body.hasNonNull("latency")) {
            settings = settings.withLatency(Latency.parse(body.get("latency").asString()));
        }
        if (body.hasNonNull("ratePerMinute")) {
            settings = settings.withRatePerMinute(whole(body, "ratePerMinute"));
        }
        if (body.hasNonNull("deletionLag")) {
            settings = settings.withDeletionLag(
                    Durations.parsePositive(body.get("deletionLag").asString()));
        }
        if (body.hasNonNull("missingImage")) {
            settings = settings.withMissingImage(whole(body, "missingImage"));
        }
        if (body.hasNonNull("clockOffset")) {
            simulation.clock().moveTo(offset(body.get("clockOffset").asString()));
        }
        simulation.change(settings);
    }

    private static int whole(JsonNode body, String name) {
        var value = body.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException(name + " is a whole number, not " + value);
        }
        return value.asInt();
    }

    private static Duration offset(String text) {
        var offset = Durations.parse(text);
        if (offset.abs().compareTo(LARGEST_OFFSET) > 0) {
            throw new IllegalArgumentException("clockOffset is at most a hundred years, not " + text);
        }
        return offset;
    }
}
