package org.liangpai.shared.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a connection unless its first request has arrived in time, which takes this away. */
final class FirstRequestDeadline extends ChannelInboundHandlerAdapter {

  private final Duration longest;
  private Future<?> closing;

  FirstRequestDeadline(Duration longest) {
    this.longest = longest;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    closing =
        context
            .executor()
            .schedule((Runnable) context::close, longest.toMillis(), TimeUnit.MILLISECONDS);
    context.fireChannelActive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (closing != null) {
      closing.cancel(false);
    }
  }
}
