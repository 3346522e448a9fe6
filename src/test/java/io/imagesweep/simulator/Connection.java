package io.imagesweep.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** One connection of a client: its requests are served one after the other. */
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final ApiEndpoint api;
    private final ControlSurface control;
    private final SimulatorClock clock;
    private final Executor besides;
    private final Deque<FullHttpRequest> waiting = new ArrayDeque<>();
    private String sourceIp = "";
    private boolean serving;

    Connection(ApiEndpoint api, ControlSurface control, SimulatorClock clock, Executor besides) {
        this.api = api;
        this.control = control;
        this.clock = clock;
        this.besides = besides;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (context.channel().remoteAddress() instanceof InetSocketAddress address) {
            sourceIp = address.getAddress().getHostAddress();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (serving) {
            waiting.add(request.retain());
        } else {
            serve(context, request);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.forEach(FullHttpRequest::release);
        waiting.clear();
    }

    /** A client that went away is nobody's concern; anything else is an error of ours. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.log(System.Logger.Level.ERROR, "a request could not be served", cause);
        }
        var _ = context.close();
    }

    private void serve(ChannelHandlerContext context, FullHttpRequest request) {
        serving = true;
        var wire = new Wire(context);
        var arrival = Arrival.of(request, sourceIp);
        if (arrival.isEmpty()) {
            wire.refuseMalformed();
        } else if (ControlSurface.covers(arrival.get().path())) {
            besides.execute(() -> control(context, wire, arrival.get()));
        } else {
            answer(context, wire, api.handle(arrival.get()));
        }
    }

    private void control(ChannelHandlerContext context, Wire wire, Arrival arrival) {
        var reply = control.handle(arrival);
        context.executor().execute(() -> wire.send(reply, () -> next(context)));
    }

    private void answer(ChannelHandlerContext context, Wire wire, Handling handling) {
        Runnable answered = () -> handling.record().answered(clock.now());
        wire.after(handling.latency(), () -> wire.deliver(handling.delivery(), answered, () -> next(context)));
    }

    private void next(ChannelHandlerContext context) {
        serving = false;
        var request = waiting.poll();
        if (request != null) {
            try {
                serve(context, request);
            } finally {
                request.release();
            }
        }
    }
}
