package org.liangpai.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** The names of the persons behind accounts, for pages: who acted is told by name, not by login. */
@ApplicationScoped
@Named("persons")
public class PersonNames {

  private static final int MOST = 10_000;
  private static final Duration FOR = Duration.ofMinutes(1);

  private final LoadingCache<String, String> names;

  PersonNames(Transactions transactions) {
    names =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(FOR)
            .build(account -> read(transactions, account));
  }

  /** The name of a person; of who has no account, such as the service itself, what was given. */
  public String name(String account) {
    return account == null ? "" : names.get(account);
  }

  private static String read(Transactions transactions, String account) {
    return transactions
        .call(
            connection ->
                NamedStatement.of("SELECT display_name FROM account WHERE name = :account")
                    .with("account", account)
                    .list(connection, row -> row.getString(1)))
        .stream()
        .findFirst()
        .orElse(account);
  }
}
