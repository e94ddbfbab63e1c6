package org.livelabel.conduct.connection;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All connections of this process, their number limited for each port: what holds one port must not close the others. */
public final class Connections {
    /** Why a connection was closed from our side. */
    public enum Closed {
        TOO_MANY,
        NO_REQUEST,
        NO_BODY,
        IDLE,
        NOT_READING
    }

    /** In bytes: so much may be waiting behind a request that is being answered, decoded and so a lot larger. */
    private static final int ONE_READ = 8192;

    private final Limits limits;
    private final LongSupplier nanos;
    private final List<Supplier<ChannelHandler>> before;
    private final Map<Integer, Places> places = new ConcurrentHashMap<>();
    private final Map<Closed, LongAdder> closed = new EnumMap<>(Closed.class);

    /**
     * @param nanos a clock like {@link System#nanoTime()}
     * @param before makes handlers that every HTTP/1 connection gets, right behind the bytes
     */
    public Connections(Limits limits, LongSupplier nanos, List<Supplier<ChannelHandler>> before) {
        this.limits = limits;
        this.nanos = nanos;
        this.before = before;
        for (Closed why : Closed.values()) {
            closed.put(why, new LongAdder());
        }
    }

    public long closed(Closed why) {
        return counter(why).sum();
    }

    /** How many are open at the moment. */
    public long open() {
        return places.values().stream().mapToLong(Places::taken).sum();
    }

    /**
     * Guards what this port accepts from now on. A second call changes nothing.
     *
     * @param beside asked for each connection; makes handlers that it gets if it speaks HTTP/1, right before whoever answers
     */
    public void guard(ServerChannel server, Supplier<List<? extends Supplier<ChannelHandler>>> beside) {
        if (server.pipeline().get("guard-accepted") == null) {
            server.pipeline().addFirst("guard-accepted", new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object accepted) {
                    if (accepted instanceof Channel channel) {
                        watch(channel, beside.get());
                    }
                    context.fireChannelRead(accepted);
                }
            });
        }
    }

    /** To be called for a new connection whose pipeline is still empty. */
    public void watch(Channel channel, List<? extends Supplier<ChannelHandler>> beside) {
        channel.config().setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(64, 2048, ONE_READ));
        channel.pipeline().addLast("guard", new ConnectionGuard(this, limits, nanos, before, beside));
    }

    boolean enter(Channel channel) {
        Places ofPort = places.computeIfAbsent(
                channel.localAddress() instanceof InetSocketAddress local ? local.getPort() : 0,
                port -> new Places(most(limits.perAddress()), most(limits.overall()), limits.exempt()));
        InetAddress address = address(channel);
        if (!ofPort.take(address)) {
            return false;
        }
        channel.closeFuture().addListener(gone -> ofPort.giveBack(address));
        return true;
    }

    void count(Closed why) {
        counter(why).increment();
    }

    private LongAdder counter(Closed why) {
        return closed.getOrDefault(why, new LongAdder());
    }

    private static int most(int limit) {
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }

    static @Nullable InetAddress address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote ? remote.getAddress() : null;
    }
}
