package org.liangpai.keys;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;

/** By what values are sealed: a block cipher, in GCM, which also shows any change. */
enum Algorithm {
  AES_256_GCM("AES-256-GCM", 32, AESEngine::newInstance),
  SM4_GCM("SM4-GCM", 16, SM4Engine::new);

  private final String label;
  private final int keyBytes;
  private final Supplier<BlockCipher> engine;

  Algorithm(String label, int keyBytes, Supplier<BlockCipher> engine) {
    this.label = label;
    this.keyBytes = keyBytes;
    this.engine = engine;
  }

  /** The one of a name. */
  static Optional<Algorithm> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label.equalsIgnoreCase(label)).findFirst();
  }

  /** The name that configuration and values have. */
  String label() {
    return label;
  }

  int keyBytes() {
    return keyBytes;
  }

  BlockCipher engine() {
    return engine.get();
  }
}
