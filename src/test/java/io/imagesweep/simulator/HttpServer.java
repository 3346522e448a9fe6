package io.imagesweep.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The HTTP server: as many event loops as cores, none of which ever waits. */
final class HttpServer implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 16;
    private static final int LARGEST_BODY = 1 << 29;
    private static final int BACKLOG = 4096;

    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());
    private final ExecutorService besides = Executors.newVirtualThreadPerTaskExecutor();
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final InetSocketAddress address;

    HttpServer(Simulation simulation, InetSocketAddress bindTo) {
        var api = new ApiEndpoint(simulation);
        var control = new ControlSurface(simulation);
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Pipeline(api, control, simulation.clock(), besides, open))
                .bind(bindTo)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            throw new IllegalArgumentException("cannot listen on " + bindTo, bound.cause());
        }
        open.add(bound.channel());
        address = (InetSocketAddress) bound.channel().localAddress();
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        open.close().awaitUninterruptibly(300, TimeUnit.MILLISECONDS);
        besides.shutdownNow();
        loops.shutdownGracefully(0, 300, TimeUnit.MILLISECONDS).awaitUninterruptibly(500, TimeUnit.MILLISECONDS);
    }

    /** Prepares each new connection. */
    private static final class Pipeline extends ChannelInitializer<Channel> {

        private final ApiEndpoint api;
        private final ControlSurface control;
        private final SimulatorClock clock;
        private final Executor besides;
        private final ChannelGroup open;

        Pipeline(ApiEndpoint api, ControlSurface control, SimulatorClock clock, Executor besides, ChannelGroup open) {
            this.api = api;
            this.control = control;
            this.clock = clock;
            this.besides = besides;
            this.open = open;
        }

        @Override
        protected void initChannel(Channel channel) {
            open.add(channel);
            channel.pipeline()
                    .addLast(new HttpServerCodec(new HttpDecoderConfig()
                            .setMaxInitialLineLength(LONGEST_LINE)
                            .setMaxHeaderSize(LONGEST_LINE)))
                    .addLast(new HttpServerKeepAliveHandler())
                    .addLast(new HttpObjectAggregator(LARGEST_BODY))
                    .addLast(new Connection(api, control, clock, besides));
        }
    }
}
