package org.liangpai.testsupport;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.shared.Transactions;
import org.postgresql.ds.PGSimpleDataSource;

/** Transactions of the administrator of the database, who is bound by no scope. */
@Singleton
@Typed(OwnerTransactions.class)
public class OwnerTransactions extends Transactions {

  OwnerTransactions(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    super(administrator(url));
  }

  private static DataSource administrator(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("postgres");
    source.setPassword("postgres");
    return source;
  }
}
