package io.imagesweep.simulator;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** How a call is answered that meets a fault. */
final class FaultyDelivery {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DRIP = Duration.ofMillis(100);

    private final Exchange exchange;
    private final Fault fault;
    private final Supplier<Reply> answer;
    private final boolean changes;

    FaultyDelivery(Exchange exchange, Fault fault, Supplier<Reply> answer, boolean changes) {
        this.exchange = exchange;
        this.fault = fault;
        this.answer = answer;
        this.changes = changes;
    }

    Delivery delivery() {
        exchange.struck(fault);
        return switch (fault.kind()) {
            case SLOW -> new Delivery.Whole(answer.get(), fault.delayOr(SECOND));
            case DRIP -> new Delivery.Drip(answer.get(), fault.delayOr(DRIP));
            case CUT -> new Delivery.Cut(halfTrue());
            case RESET -> unanswered(new Delivery.Reset());
            case CLOSE -> unanswered(new Delivery.Close());
            case HANG -> unanswered(new Delivery.Hang(fault.delayOrNone()));
            case ERROR, HTML, EMPTY, THROTTLE, EXPIRED_TOKEN -> {
                performIfApplied();
                yield exchange.whole(instead());
            }
        };
    }

    private Reply instead() {
        var replies = exchange.replies();
        return switch (fault.kind()) {
            case HTML -> answered(replies.html(status(503)));
            case EMPTY -> answered(replies.empty(status(502)));
            case THROTTLE -> exchange.throttled(fault.delayOr(SECOND));
            case EXPIRED_TOKEN -> exchange.refused(ErrorCode.TOKEN_EXPIRED.refusal());
            default -> exchange.refused(error());
        };
    }

    private Refusal error() {
        var usual = ErrorCode.INTERNAL_ERROR.refusal();
        return new Refusal(
                status(500),
                Objects.requireNonNullElse(fault.code(), usual.code()),
                Objects.requireNonNullElse(fault.message(), usual.text()));
    }

    private Reply answered(Reply reply) {
        exchange.answered(reply.status(), null);
        return reply;
    }

    private Delivery unanswered(Delivery delivery) {
        performIfApplied();
        exchange.answered(null, null);
        return delivery;
    }

    /** A call that must not take effect is cut off in an answer that says it did. */
    private Reply halfTrue() {
        return fault.applied() || !changes ? answer.get() : exchange.succeeded(Answer.empty(false));
    }

    private void performIfApplied() {
        if (fault.applied()) {
            var _ = answer.get();
        }
    }

    private int status(int byDefault) {
        return Objects.requireNonNullElse(fault.httpStatus(), byDefault);
    }
}
