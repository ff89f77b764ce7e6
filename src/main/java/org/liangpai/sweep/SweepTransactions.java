package org.liangpai.sweep;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import org.liangpai.shared.Transactions;

/** Transactions of the role that sweeps: it sees every branch, whoever asked for the sweep. */
@Singleton
@Typed(SweepTransactions.class)
class SweepTransactions extends Transactions {

  SweepTransactions(@DataSource("sweep") javax.sql.DataSource dataSource) {
    super(dataSource);
  }
}
