package org.liangpai.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.SyslogHandler;

/**
 * Tells each checkpoint to a log server (RFC 5424), where nobody here can take it back: all that
 * proves it, without the heads of the lanes. A server that is not there holds nothing up.
 */
@ApplicationScoped
class CheckpointSyslog {

  private static final Logger LOG = Logger.getLogger(CheckpointSyslog.class);
  private static final String NAME = "liangpai";
  private static final int PORT = 514;

  private final Optional<URI> server;
  private SyslogHandler handler;

  CheckpointSyslog(TrailConfig config) {
    this.server = config.syslog();
  }

  /** Sends one line, if there is a server. */
  synchronized void tell(Checkpoint checkpoint) {
    if (server.isEmpty()) {
      return;
    }
    try {
      if (handler == null) {
        handler = connected(server.get());
      }
      ExtLogRecord entry = new ExtLogRecord(Level.INFO, text(checkpoint), NAME);
      entry.setInstant(checkpoint.at());
      entry.setLoggerName(NAME);
      handler.doPublish(entry);
      handler.flush();
    } catch (IOException | IllegalArgumentException failed) {
      LOG.warnf("The log server %s did not take a checkpoint: %s", server.get(), failed);
    }
  }

  private static SyslogHandler connected(URI server) throws IOException {
    SyslogHandler.Protocol protocol =
        switch (String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT)) {
          case "udp" -> SyslogHandler.Protocol.UDP;
          case "tcp" -> SyslogHandler.Protocol.TCP;
          case "tls" -> SyslogHandler.Protocol.SSL_TCP;
          default -> throw new IllegalArgumentException("not udp, tcp or tls");
        };
    SyslogHandler handler =
        new SyslogHandler(
            server.getHost(),
            server.getPort() < 0 ? PORT : server.getPort(),
            SyslogHandler.Facility.LOG_AUDIT,
            SyslogHandler.SyslogType.RFC5424,
            protocol,
            null);
    handler.setAppName(NAME);
    handler.setTruncate(false);
    handler.setErrorManager(new Failures());
    return handler;
  }

  private static String text(Checkpoint checkpoint) {
    Checkpoint.Seal seal = checkpoint.seal();
    return "checkpoint number=%d at=%s row=%d hash=%s previous=%s key=%s signature=%s"
        .formatted(
            seal.number(),
            checkpoint.at(),
            checkpoint.row(),
            checkpoint.hash(),
            seal.previous(),
            seal.key(),
            seal.signature());
  }

  @PreDestroy
  synchronized void close() {
    if (handler != null) {
      handler.close();
    }
  }

  /** The handler itself would tell its faults to the terminal. */
  private static final class Failures extends ErrorManager {

    @Override
    public void error(String message, Exception fault, int code) {
      LOG.warnf("The log server did not take a checkpoint: %s", fault == null ? message : fault);
    }
  }
}
