package org.liangpai.shared.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/** Sees whether the body of a request still comes, which those who read it cannot tell. */
final class BodyPace extends ChannelInboundHandlerAdapter {

  private static final String SERVER = "handler";

  private boolean coming;
  private boolean moved = true;

  private BodyPace(boolean coming) {
    this.coming = coming;
  }

  /** Of a connection that has just brought a request. */
  static BodyPace of(ChannelPipeline pipeline, boolean hasBody) {
    BodyPace known = pipeline.get(BodyPace.class);
    if (known != null) {
      return known;
    }
    BodyPace added = new BodyPace(hasBody);
    pipeline.addBefore(SERVER, "body-pace", added);
    return added;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    moved = true;
    if (message instanceof HttpRequest) {
      coming = true;
    }
    if (message instanceof LastHttpContent) {
      coming = false;
    }
    context.fireChannelRead(message);
  }

  boolean isWhole() {
    return !coming;
  }

  /** Whether anything came since the last look. */
  boolean hasMoved() {
    boolean answer = moved;
    moved = false;
    return answer;
  }
}
