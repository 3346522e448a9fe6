package io.imagesweep.simulator;

import java.util.List;
import java.util.Optional;

/** Deletes a snapshot, in whichever region it is; one that an image is made of stays, Force or not. */
final class DeleteSnapshot implements Action {

    private static final ParameterTable PARAMETERS =
            ParameterTable.of(Product.ECS, Parameter.text("SnapshotId").mandatory(), Parameter.flag("Force"));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public List<String> resources(Call call) {
        var place = region(call)
                .map(Region::id)
                .or(() -> call.arguments().given("RegionId"))
                .orElse("*");
        return List.of("acs:ecs:%s:%s:snapshot/%s"
                .formatted(place, call.caller().accountId(), call.arguments().text("SnapshotId")));
    }

    @Override
    public Answer answer(Call call) {
        var id = call.arguments().text("SnapshotId");
        return Answer.empty(region(call)
                .map(region -> region.deleteSnapshot(id, call.now()))
                .orElse(false));
    }

    private static Optional<Region> region(Call call) {
        var wanted = call.arguments().text("RegionId");
        var id = call.arguments().text("SnapshotId");
        return call.account().regions().stream()
                .filter(region -> wanted.isEmpty() || region.id().equals(wanted))
                .filter(region -> region.hasSnapshot(id))
                .findFirst();
    }
}
