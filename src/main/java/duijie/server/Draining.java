package duijie.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request whose body is too large to its end, throws the body away and only then hands on
 * the rest of it. A browser looks at no answer before it has sent everything: to refuse such a
 * request and read no further leaves people before a page that never comes.
 */
final class Draining extends ChannelInboundHandlerAdapter {

  /** Whoever sends more than this many bytes is cut off. */
  private static final long PATIENCE = 512L << 20;

  private final long most;
  private boolean draining;
  private long drained;
  private @Nullable HttpRequest held;

  /**
   * @param most the largest body that is read, in bytes
   */
  Draining(long most) {
    this.most = most;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request && length(request) > most) {
      begin(context, request);
    } else if (draining && message instanceof HttpContent content) {
      drop(context, content);
    } else {
      context.fireChannelRead(message);
    }
  }

  private void begin(ChannelHandlerContext context, HttpRequest request) {
    draining = true;
    drained = 0;
    if (HttpUtil.is100ContinueExpected(request)) {
      // Who asks first is told at once, and sends nothing.
      context.fireChannelRead(bodiless(request));
    } else {
      held = request;
    }
  }

  private void drop(ChannelHandlerContext context, HttpContent content) {
    drained += content.content().readableBytes();
    boolean last = content instanceof LastHttpContent;
    ReferenceCountUtil.release(content);
    if (last) {
      var request = held;
      draining = false;
      held = null;
      if (request != null) {
        context.fireChannelRead(bodiless(request));
      }
    } else if (drained > PATIENCE) {
      context.close();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    if (draining) {
      context.read();
    }
  }

  /** The request alone: its headers still say how much there was, so that it is refused. */
  private static DefaultFullHttpRequest bodiless(HttpRequest request) {
    return new DefaultFullHttpRequest(
        request.protocolVersion(),
        request.method(),
        request.uri(),
        Unpooled.EMPTY_BUFFER,
        request.headers(),
        new DefaultHttpHeaders());
  }

  private static long length(HttpRequest request) {
    return HttpUtil.getContentLength(request, -1L);
  }
}
