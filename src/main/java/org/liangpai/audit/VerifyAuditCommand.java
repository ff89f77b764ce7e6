package org.liangpai.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.liangpai.keys.KeySource;
import org.liangpai.keys.Keyring;
import org.liangpai.keys.KeysRefused;
import org.postgresql.ds.PGSimpleDataSource;

/** Verifies the trail from the command line, without the service. */
public final class VerifyAuditCommand {

  /** Nothing is wrong. */
  public static final int INTACT = 0;

  /** Something is wrong, and was told. */
  public static final int DAMAGED = 1;

  /** It could not be checked. */
  public static final int NOT_CHECKED = 2;

  private VerifyAuditCommand() {}

  /**
   * Reads all of the trail and tells what is wrong.
   *
   * @param data the data folder of the service
   * @param checkpoints the file of checkpoints, or {@code null} for the one in the data folder
   * @param keys where the keys are by which checkpoints are signed
   * @return the exit code
   */
  public static int run(
      String url,
      String user,
      String password,
      Path data,
      String checkpoints,
      KeySource keys,
      PrintStream out) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      Verification verification =
          TrailFolder.check(data, checkpoints, keyring(keys, out)).on(connection);
      connection.rollback();
      tell(verification, out);
      return verification.isIntact() ? INTACT : DAMAGED;
    } catch (KeysRefused refused) {
      out.println("审计记录没有校验：" + refused.getMessage());
      return NOT_CHECKED;
    } catch (SQLException | IllegalArgumentException failed) {
      out.println("审计记录没有校验：数据库连不上或读不出来（%s）。".formatted(failed.getMessage()));
      return NOT_CHECKED;
    }
  }

  private static Keyring keyring(KeySource keys, PrintStream out) {
    Optional<Keyring> keyring = keys.keyring();
    if (keyring.isEmpty()) {
      out.println("没有找到密钥 %s，检查点的签名无法核对。".formatted(keys));
    }
    return keyring.orElse(Keyring.EMPTY);
  }

  private static void tell(Verification verification, PrintStream out) {
    out.println(verification.sentence());
    verification.remarks().forEach(out::println);
    verification.damages().forEach(one -> out.println(one.kind().label() + "：" + one.message()));
    if (verification.damaged() > verification.damages().size()) {
      out.println("只列出前 %d 处。".formatted(verification.damages().size()));
    }
  }
}
