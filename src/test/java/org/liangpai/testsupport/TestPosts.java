package org.liangpai.testsupport;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;

/**
 * Posts that are held for a request of a test, with the scope that they would have in real life.
 */
@Singleton
public class TestPosts {

  private static final String UNIT =
      """
      SELECT parent_code IS NULL, ARRAY[unit_code], '{}'::text[], trim_array(path, 1)
      FROM unit WHERE unit_code = :code
      """;
  private static final String BRANCH =
      """
      SELECT false, '{}'::text[],
          b.branch_code || ARRAY(SELECT s.branch_code FROM branch_succession s WHERE s.successor_code = b.branch_code),
          u.path || ARRAY(
              SELECT unnest(fu.path) FROM branch_succession s JOIN branch fb ON fb.branch_code = s.branch_code
              JOIN unit fu ON fu.unit_code = fb.unit_code WHERE s.successor_code = b.branch_code)
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code WHERE b.branch_code = :code
      """;

  private final OwnerTransactions transactions;

  TestPosts(OwnerTransactions transactions) {
    this.transactions = transactions;
  }

  /** Somebody who holds posts such as {@code COMMITTEE_OFFICER@W1 LEADER@X1}, and is called so. */
  public Viewer viewer(String posts) {
    List<HeldPost> held = Arrays.stream(posts.split(" ")).map(this::post).toList();
    return new Viewer(posts, held, "127.0.0.1");
  }

  private HeldPost post(String text) {
    String[] parts = text.split("@");
    Role role = Role.valueOf(parts[0]);
    return parts.length == 1
        ? new HeldPost(role, null, Scope.NONE)
        : new HeldPost(role, parts[1], scope(parts[1]));
  }

  private Scope scope(String code) {
    return transactions.call(
        connection -> {
          List<Scope> found =
              NamedStatement.of(UNIT + " UNION ALL " + BRANCH)
                  .with("code", code)
                  .list(
                      connection,
                      row ->
                          row.getBoolean(1)
                              ? Scope.WHOLE
                              : new Scope(
                                  false,
                                  List.of((String[]) row.getArray(2).getArray()),
                                  List.of((String[]) row.getArray(3).getArray()),
                                  List.of((String[]) row.getArray(4).getArray())));
          if (found.size() != 1) {
            throw new IllegalArgumentException("No unit or branch " + code);
          }
          return found.get(0);
        });
  }
}
