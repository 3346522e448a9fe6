package io.imagesweep.simulator;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The quotas as the control surface tells them. */
final class QuotaReport {

    private QuotaReport() {}

    static ArrayNode of(Simulation simulation) {
        var report = JsonNodeFactory.instance.arrayNode();
        for (var usage : simulation.quotas().usage(simulation.clock().now())) {
            report.addObject()
                    .put("accountId", usage.key().accountId())
                    .put("regionId", usage.key().regionId())
                    .put("action", usage.key().action())
                    .put("limit", simulation.settings().ratePerMinute())
                    .put("calls", usage.figures().calls())
                    .put("refused", usage.figures().refused())
                    .put("fullestMinute", usage.figures().fullestMinute())
                    .put("spentByOthers", usage.figures().spentByOthers());
        }
        return report;
    }
}
