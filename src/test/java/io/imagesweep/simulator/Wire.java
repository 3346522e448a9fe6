package io.imagesweep.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Puts an answer on the wire, whole or as badly as a fault demands. */
final class Wire {

    private final ChannelHandlerContext context;

    Wire(ChannelHandlerContext context) {
        this.context = context;
    }

    /** {@code answered} is run when the last byte is about to leave, {@code next} when it has left; neither unless all is sent. */
    void deliver(Delivery delivery, Runnable answered, Runnable next) {
        switch (delivery) {
            case Delivery.Whole(var reply, var delay) ->
                after(delay, () -> {
                    answered.run();
                    send(reply, next);
                });
            case Delivery.Drip(var reply, var interval) -> {
                var _ = context.writeAndFlush(head(reply));
                drip(reply.content(), 0, interval, answered, next);
            }
            case Delivery.Cut(var reply) -> cut(reply);
            case Delivery.Reset() -> {
                context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                close();
            }
            case Delivery.Close() -> close();
            case Delivery.Hang(var delay) -> {
                if (delay != null) {
                    after(delay, this::close);
                }
            }
        }
    }

    void send(Reply reply, Runnable next) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                Unpooled.wrappedBuffer(reply.content()));
        fill(response.headers(), reply);
        var _ = context.writeAndFlush(response).addListener((ChannelFutureListener) sent -> {
            if (sent.isSuccess()) {
                next.run();
            }
        });
    }

    void refuseMalformed() {
        send(Reply.of(400, "text/plain", new byte[0]), this::close);
    }

    private void cut(Reply reply) {
        var _ = context.write(head(reply));
        var half = Unpooled.wrappedBuffer(reply.content(), 0, reply.content().length / 2);
        var _ = context.writeAndFlush(new DefaultHttpContent(half)).addListener(ChannelFutureListener.CLOSE);
    }

    private void drip(byte[] content, int from, Duration interval, Runnable answered, Runnable next) {
        if (!context.channel().isActive()) {
            return;
        }
        if (from == content.length) {
            answered.run();
            var _ = context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(sent -> next.run());
            return;
        }
        var _ = context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(content, from, 1)));
        after(interval, () -> drip(content, from + 1, interval, answered, next));
    }

    private void close() {
        var _ = context.close();
    }

    /** Runs the work on the connection's own event loop, at once if it can. */
    void after(Duration delay, Runnable work) {
        if (delay.isZero()) {
            work.run();
        } else {
            var _ = context.executor().schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static DefaultHttpResponse head(Reply reply) {
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
        fill(response.headers(), reply);
        return response;
    }

    private static void fill(HttpHeaders headers, Reply reply) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, reply.contentType());
        headers.set(HttpHeaderNames.CONTENT_LENGTH, reply.content().length);
        reply.headers().forEach(headers::set);
    }
}
