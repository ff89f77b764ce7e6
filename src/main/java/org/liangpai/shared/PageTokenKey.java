package org.liangpai.shared;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;

/**
 * The key of the tokens of forms, the same on all instances; read at the start, before any page.
 */
@ApplicationScoped
class PageTokenKey {

  private static final int FIRST = 2;

  private final Transactions transactions;
  private TokenSignature signature;

  PageTokenKey(Transactions transactions) {
    this.transactions = transactions;
  }

  void read(@Observes @Priority(FIRST) StartupEvent event) {
    byte[] made = new byte[TokenSignature.KEY];
    new SecureRandom().nextBytes(made);
    signature =
        transactions.call(
            connection -> {
              NamedStatement.of(
                      "INSERT INTO page_token_key (key) VALUES (:key) ON CONFLICT (once) DO NOTHING")
                  .with("key", made)
                  .execute(connection);
              return new TokenSignature(
                  NamedStatement.of("SELECT key FROM page_token_key")
                      .list(connection, row -> row.getBytes(1))
                      .get(0));
            });
  }

  TokenSignature signature() {
    return signature;
  }
}
