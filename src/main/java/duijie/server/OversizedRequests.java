package duijie.server;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Has every connection read requests that are too large to their end, see {@link Draining}. */
@Singleton
final class OversizedRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final Provider<HttpServerConfiguration> server;

  OversizedRequests(Provider<HttpServerConfiguration> server) {
    this.server = server;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    var registry = event.getBean();
    registry.register(new ForChannel(null));
    return registry;
  }

  /** Puts the handler where requests are read, and the framework does not know of them yet. */
  private final class ForChannel implements NettyServerCustomizer {

    private final @Nullable Channel channel;

    ForChannel(@Nullable Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return new ForChannel(channel);
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel != null) {
        channel
            .pipeline()
            .addBefore(
                ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                "draining",
                new Draining(server.get().getMaxRequestSize()));
      }
    }
  }
}
