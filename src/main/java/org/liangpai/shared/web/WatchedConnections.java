package org.liangpai.shared.web;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection that the service accepts a deadline for its first request. Found by Vert.x
 * as a service, for Quarkus tells of a connection only with its first request.
 */
public final class WatchedConnections implements VertxServiceProvider {

  private static final Duration DEFAULT = Duration.ofSeconds(15);

  @Override
  public void init(VertxBuilder vertx) {
    Duration longest =
        ConfigProvider.getConfig()
            .getOptionalValue("liangpai.connection.first-request", Duration.class)
            .orElse(DEFAULT);
    vertx.findTransport(new Watching(longest));
  }

  private static final class Watching extends JDKTransport {

    private final Duration longest;

    Watching(Duration longest) {
      this.longest = longest;
    }

    @Override
    public void configure(NetServerOptions options, boolean isLocal, ServerBootstrap server) {
      super.configure(options, isLocal, server);
      server.handler(new Accepted(longest));
    }
  }

  @ChannelHandler.Sharable
  private static final class Accepted extends ChannelInboundHandlerAdapter {

    private final Duration longest;

    Accepted(Duration longest) {
      this.longest = longest;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
      if (accepted instanceof Channel connection) {
        connection.pipeline().addFirst(new FirstRequestDeadline(longest));
      }
      context.fireChannelRead(accepted);
    }
  }
}
