package org.liangpai.keys;

import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Makes a new key from the command line; the next start seals everything by it. */
public final class RotateKeyCommand {

  /** A key was made. */
  public static final int MADE = 0;

  /** No key was made, and why was told. */
  public static final int REFUSED = 1;

  private RotateKeyCommand() {}

  /**
   * Adds a key to the file, or tells one that the operator adds to those that he gives.
   *
   * @return the exit code
   */
  public static int run(KeySource source, PrintStream out) {
    try {
      if (source.isGiven()) {
        source.keyring();
        out.println("密钥由环境变量给出，没有改动。请把下面这一把加在原来的密钥之后，用逗号隔开，然后重新启动服务：");
        out.println(Key.random().text());
        return MADE;
      }
      boolean isFirst = source.keyring().isEmpty();
      Key added = source.add().inUse();
      out.println(
          (isFirst ? "原来没有密钥文件 %2$s，已新建，其中是密钥 %1$s。" : "新密钥 %1$s 已加入 %2$s，旧密钥仍留在其中。")
              .formatted(added.id(), source));
      out.println(
          isFirst
              ? "如果原来的文件只是丢失了，请不要使用新建的，从备份中恢复原来的：用它加密的内容只有它能解开。"
              : "请备份这个文件，然后重新启动服务：启动时全部内容改用新密钥加密。");
      return MADE;
    } catch (KeysRefused | UncheckedIOException refused) {
      out.println("没有更换密钥：" + refused.getMessage());
      return REFUSED;
    }
  }
}
