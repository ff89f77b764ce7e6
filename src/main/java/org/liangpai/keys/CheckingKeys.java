package org.liangpai.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Transactions;

/**
 * Sees to it, before anything else begins, that the keys are there and what is secret is sealed.
 */
@ApplicationScoped
class CheckingKeys {

  private static final Logger LOG = Logger.getLogger(CheckingKeys.class);
  private static final int BEFORE_ALL = 0;

  private final Keys keys;
  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Event<ValuesSealed> done;

  CheckingKeys(
      Keys keys, Transactions transactions, CurrentViewer viewer, Event<ValuesSealed> done) {
    this.keys = keys;
    this.transactions = transactions;
    this.viewer = viewer;
    this.done = done;
  }

  void begin(@Observes @Priority(BEFORE_ALL) StartupEvent event) {
    ValuesSealed values = viewer.asService(() -> transactions.call(this::check));
    if (!values.broken().isEmpty()) {
      LOG.errorf("What is stored as %s cannot be opened and was left alone", values.broken());
    }
    if (!values.isNothing()) {
      done.fire(values);
    }
  }

  /**
   * Refuses, or seals what is not. Keys are made only where nothing is sealed; that checkpoints are
   * signed by others is told, but stops nobody from working.
   */
  ValuesSealed check(Connection connection) throws SQLException {
    Set<String> sealing = Resealing.sealing(connection);
    Set<String> signing = Resealing.signing(connection);
    if (keys.source().keyring().isEmpty()) {
      if (!sealing.isEmpty()) {
        throw KeysRefused.missing(keys.source());
      }
      keys.source().add();
      LOG.infof("Keys were made in %s; keep a copy apart from the backups", keys.source());
    }
    keys.reload();
    sealing.removeIf(keys.keyring()::knows);
    if (!sealing.isEmpty()) {
      throw KeysRefused.wrong(keys.source(), sealing);
    }
    signing.removeIf(keys.keyring()::knows);
    if (!signing.isEmpty()) {
      LOG.warnf("Checkpoints are signed by keys that are not in %s: %s", keys.source(), signing);
    }
    return new Resealing(keys.keyring(), keys.algorithm()).on(connection);
  }
}
