package org.liangpai.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTest {

  private static final String TEXT = "JBSWY3DPEHPK3PXP 密钥";
  private static final String PLACE = SealedColumn.SECOND_FACTOR.place(7);

  private final Key key = Key.random();

  @ParameterizedTest
  @EnumSource
  void value_opensAgain_byKeyAndPlace(Algorithm algorithm) {
    String stored = Sealed.of(TEXT, PLACE, key, algorithm).text();

    Sealed read = Sealed.read(stored).orElseThrow();
    assertThat(stored).startsWith("sealed:" + algorithm.label() + ":" + key.id() + ":");
    assertThat(stored).doesNotContain(TEXT);
    assertThat(read.open(PLACE, key)).contains(TEXT);
    assertThat(read.open(SealedColumn.SECOND_FACTOR.place(8), key)).isEmpty();
    assertThat(read.open(SealedColumn.ROBOT_SECRET.place(7), key)).isEmpty();
    assertThat(read.open(PLACE, Key.random())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void value_doesNotOpen_onceAnyByteIsAltered(Algorithm algorithm) {
    Sealed whole = Sealed.of(TEXT, PLACE, key, algorithm);
    for (int i = 0; i < whole.content().length; i++) {
      byte[] altered = whole.content().clone();
      altered[i] ^= 1;
      assertThat(new Sealed(algorithm, key.id(), altered).open(PLACE, key))
          .as("byte %d", i)
          .isEmpty();
    }
  }

  @Test
  void sameValue_isSealedToAnotherTextEachTime() {
    assertThat(Sealed.of(TEXT, PLACE, key, Algorithm.SM4_GCM).text())
        .isNotEqualTo(Sealed.of(TEXT, PLACE, key, Algorithm.SM4_GCM).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "sealed:",
        "sealed:AES-256-GCM:00000000",
        "sealed:AES-256-GCM:00000000:?",
        "sealed:DES:00000000:AAAA",
        "sealed:AES-256-GCM:00000000:AAAA:AAAA"
      })
  void whatIsNoSealedValue_isNotRead(String stored) {
    assertThat(Sealed.read(stored)).isEmpty();
  }

  @Test
  void shortValue_doesNotOpen() {
    assertThat(new Sealed(Algorithm.AES_256_GCM, key.id(), new byte[3]).open(PLACE, key)).isEmpty();
    assertThat(new Sealed(Algorithm.AES_256_GCM, key.id(), new byte[12]).open(PLACE, key))
        .isEmpty();
  }
}
