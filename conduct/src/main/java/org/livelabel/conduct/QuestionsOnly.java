package org.livelabel.conduct;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * For the port of health and metrics, where our filters are not: what is more than a question is unreadable there. Nobody
 * sends a body to it, so none is waited for.
 */
final class QuestionsOnly extends ChannelInboundHandlerAdapter {
    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            if (request.decoderResult().isSuccess() && !isQuestion(request)) {
                request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("no question")));
            }
            refused = request.decoderResult().isFailure();
        }
        context.fireChannelRead(message);
    }

    /** Load balancers ask in HTTP/1.0, where there need not be one. */
    private static boolean hasHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                || ReadableRequests.isHost(hosts);
    }

    private static boolean isQuestion(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        return (version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0))
                && hasHost(request)
                && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
                && HttpUtil.getContentLength(request, 0L) == 0;
    }
}
