package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One call on its way through the simulator: what arrived, and what has become of it so far. */
final class Exchange {

    private static final Set<String> NOT_LOGGED = Set.of(
            "Action",
            "Version",
            "Format",
            "AccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "SignatureType",
            "Timestamp",
            "SecurityToken",
            "RegionId");

    private final Arrival arrival;
    private final Instant now;
    private final String requestId = RequestIds.next();
    private final Arguments arguments;
    private final Replies replies;
    private final Product product;
    private @Nullable String accountId;
    private @Nullable Integer httpStatus;
    private @Nullable String code;
    private @Nullable String fault;
    private boolean applied;

    Exchange(Arrival arrival, Instant now) {
        this.arrival = arrival;
        this.now = now;
        arguments = new Arguments(arrival.parameters());
        replies = new Replies(Format.of(arrival), requestId, arrival.header("host"), now);
        product = Product.ofVersion(version()).orElse(Product.ECS);
    }

    Arrival arrival() {
        return arrival;
    }

    Instant now() {
        return now;
    }

    String requestId() {
        return requestId;
    }

    Arguments arguments() {
        return arguments;
    }

    Replies replies() {
        return replies;
    }

    /** Of V3 in a header, of V1 a parameter, of a call that nobody signed in either. */
    String actionName() {
        return named("x-acs-action", "Action");
    }

    String version() {
        return named("x-acs-version", "Version");
    }

    QuotaKey quotaKey() {
        return new QuotaKey(String.valueOf(accountId), regionId(), actionName());
    }

    Fault.Target target() {
        return new Fault.Target(
                actionName(), String.valueOf(accountId), arguments.text("RegionId"), arguments.text("ImageId"));
    }

    void recognised(Caller caller) {
        accountId = caller.accountId();
    }

    void applied(boolean changed) {
        applied = changed;
    }

    void struck(Fault newFault) {
        fault = newFault.kind().text();
    }

    void answered(@Nullable Integer newStatus, @Nullable String newCode) {
        httpStatus = newStatus;
        code = newCode;
    }

    Reply succeeded(Answer answer) {
        answered(200, null);
        return replies.success(actionName(), answer.body());
    }

    Reply refused(Refusal refusal) {
        answered(refusal.status(), refusal.code());
        return replies.refusal(refusal, product);
    }

    Reply throttled(Duration retryAfter) {
        answered(400, "Throttling.User");
        return replies.throttled(retryAfter, product);
    }

    Delivery whole(Reply reply) {
        return new Delivery.Whole(reply, Duration.ZERO);
    }

    CallRecord record(Actions actions) {
        return new CallRecord(
                now,
                new CallRecord.Facts(
                        requestId,
                        accountId,
                        regionId(),
                        actionName(),
                        actions.changes(actionName()),
                        loggedParameters(),
                        httpStatus,
                        code,
                        fault,
                        applied));
    }

    private @Nullable String regionId() {
        return arguments.given("RegionId").orElse(null);
    }

    private SortedMap<String, String> loggedParameters() {
        var logged = new TreeMap<>(arguments.all());
        logged.keySet().removeAll(NOT_LOGGED);
        return logged;
    }

    private String named(String header, String parameter) {
        var value = SignatureV3.isUsedBy(arrival) ? arrival.header(header) : "";
        return value.isEmpty() ? arrival.parameters().getOrDefault(parameter, arrival.header(header)) : value;
    }
}
