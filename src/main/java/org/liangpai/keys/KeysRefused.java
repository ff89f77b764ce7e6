package org.liangpai.keys;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Collection;

/** The service does not go on with these keys; the message says in Chinese what to do. */
public final class KeysRefused extends ConfigurationException {

  private static final long serialVersionUID = 1L;

  private KeysRefused(String message) {
    super(message);
  }

  static KeysRefused unreadable(String from) {
    return new KeysRefused(
        """
        密钥 %s 读不出来，服务没有启动。它应是一行或多行 Base64 文本，每行32个字节；请从备份中恢复，不要新建。"""
            .formatted(from));
  }

  static KeysRefused missing(KeySource source) {
    return new KeysRefused(
        """
        数据库中有用密钥加密的内容，但密钥文件 %s 不在了，服务没有启动，也没有新建密钥。
        请从备份中恢复这个文件，或用 LIANGPAI_SECRETS_KEY_FILE、LIANGPAI_SECRETS_KEY 指明密钥。"""
            .formatted(source));
  }

  static KeysRefused wrong(KeySource source, Collection<String> unknown) {
    return new KeysRefused(
        """
        %s 中的密钥不对：数据库中有内容是用密钥 %s 加密的，这里没有它。服务没有启动，内容没有改动。
        请从备份中恢复当时的密钥；更换密钥时，旧密钥须留在新密钥之前。"""
            .formatted(source, String.join("、", unknown)));
  }

  static KeysRefused algorithm(String name) {
    return new KeysRefused(
        "LIANGPAI_SECRETS_ALGORITHM 的值“" + name + "”无效，可以是 AES-256-GCM 或 SM4-GCM。");
  }
}
