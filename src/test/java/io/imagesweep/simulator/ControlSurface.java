package io.imagesweep.simulator;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What tests may ask and tell the simulator, under {@code /_simulator/}. */
final class ControlSurface {

    static final String PREFIX = "/_simulator/";

    private static final String JSON = "application/json;charset=utf-8";

    private final Simulation simulation;
    private final JsonMapper mapper;

    ControlSurface(Simulation simulation) {
        this.simulation = simulation;
        mapper = Json.mapper(simulation::start);
    }

    static boolean covers(String path) {
        return path.startsWith(PREFIX);
    }

    Reply handle(Arrival arrival) {
        try {
            return route(arrival);
        } catch (JacksonException | IllegalArgumentException e) {
            return error(400, Complaint.about(e));
        } catch (RuntimeException e) {
            return error(500, e.toString());
        }
    }

    private Reply route(Arrival arrival) {
        var path = arrival.path().substring(PREFIX.length());
        return switch (arrival.method() + " " + path) {
            case "GET state" -> json(simulation.world().state(simulation.clock().now()));
            case "PUT state" -> done(() -> simulation.replace(read(arrival, StateDocument.class)));
            case "GET calls" -> json(CallReport.of(simulation.calls().records(), arrival.query()));
            case "DELETE calls" -> done(simulation.calls()::forget);
            case "PUT faults" -> done(() -> simulation.faults().replace(faults(arrival)));
            case "GET settings" -> json(SettingsReport.of(simulation));
            case "PUT settings" -> {
                SettingsReport.apply(mapper.readTree(arrival.body()), simulation);
                yield json(SettingsReport.of(simulation));
            }
            case "GET quotas" -> json(QuotaReport.of(simulation));
            case "POST spend" -> done(() -> read(arrival, Spending.class).on(simulation.quotas()));
            default ->
                path.startsWith("state/") && arrival.method().equals("PUT")
                        ? putRegion(path, arrival)
                        : unknown(arrival);
        };
    }

    private List<Fault> faults(Arrival arrival) {
        return Arrays.asList(read(arrival, Fault[].class));
    }

    private <T> T read(Arrival arrival, Class<T> type) {
        var content = mapper.readValue(arrival.body(), type);
        if (content == null) {
            throw new IllegalArgumentException("the body is null");
        }
        return content;
    }

    private Reply putRegion(String path, Arrival arrival) {
        var parts = path.split("/", -1);
        if (parts.length != 3) {
            return unknown(arrival);
        }
        var account = simulation.world().account(parts[1]);
        if (account.isEmpty()) {
            return error(404, "no account " + parts[1]);
        }
        var body = mapper.readTree(arrival.body());
        if (body.isObject() && !body.has("regionId")) {
            body.asObject().put("regionId", parts[2]);
        }
        var region = mapper.treeToValue(body, RegionState.class);
        if (region == null) {
            throw new IllegalArgumentException("the body is null");
        }
        if (!region.regionId().equals(parts[2])) {
            return error(400, "the body is about region " + region.regionId());
        }
        return done(() -> account.get().replace(region, simulation.clock().now()));
    }

    private static Reply unknown(Arrival arrival) {
        return error(404, "no such request: " + arrival.method() + " " + arrival.path());
    }

    private static Reply error(int status, String message) {
        return Reply.of(status, JSON, Format.JSON.write("", Answer.object().put("error", message)));
    }

    private Reply json(Object content) {
        return Reply.of(200, JSON, mapper.writeValueAsBytes(content));
    }

    private static Reply done(Runnable work) {
        work.run();
        return Reply.of(200, JSON, new byte[0]);
    }
}
