package io.imagesweep.simulator;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings as the control surface tells and takes them. */
final class SettingsReport {

    private static final Set<String> KNOWN =
            Set.of("latency", "ratePerMinute", "deletionLag", "missingImage", "clockOffset");

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
            settings = settings.withRatePerMinute(body.get("ratePerMinute").asInt());
        }
        if (body.hasNonNull("deletionLag")) {
            settings = settings.withDeletionLag(
                    Durations.parsePositive(body.get("deletionLag").asString()));
        }
        if (body.hasNonNull("missingImage")) {
            settings = settings.withMissingImage(body.get("missingImage").asInt());
        }
        if (body.hasNonNull("clockOffset")) {
            simulation.clock().moveTo(Durations.parse(body.get("clockOffset").asString()));
        }
        simulation.change(settings);
    }
}
