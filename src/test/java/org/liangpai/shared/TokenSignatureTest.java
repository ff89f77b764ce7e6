package org.liangpai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSignatureTest {

  private static final int LENGTH = 48;

  private final TokenSignature signature = new TokenSignature(key(1));

  @Test
  void token_isOfTheSessionThatItWasMadeFor_andOfNoOther() {
    String token = signature.make("mine");

    assertThat(signature.isOf("mine", token)).isTrue();
    assertThat(signature.isOf("another", token)).isFalse();
    assertThat(signature.isOf("", token)).isFalse();
    assertThat(signature.isOf("mine", signature.make(""))).isFalse();
  }

  @Test
  void token_isOfNoUse_withAnotherKey() {
    assertThat(new TokenSignature(key(2)).isOf("mine", signature.make("mine"))).isFalse();
    assertThat(new TokenSignature(key(1)).isOf("mine", signature.make("mine"))).isTrue();
  }

  @Test
  void token_isNewEachTime() {
    assertThat(signature.make("mine")).isNotEqualTo(signature.make("mine"));
  }

  @Test
  void token_isNotTaken_ifAnyBitOfItIsAnother() {
    byte[] token = Base64.getUrlDecoder().decode(signature.make("mine"));
    for (int at = 0; at < LENGTH; at++) {
      token[at] ^= 1;
      assertThat(signature.isOf("mine", Base64.getUrlEncoder().encodeToString(token))).isFalse();
      token[at] ^= 1;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAA", "不是令牌", "=", "a b"})
  void whatIsNoToken_isNotTaken(String text) {
    assertThat(signature.isOf("mine", text)).isFalse();
  }

  private static byte[] key(int first) {
    byte[] key = new byte[TokenSignature.KEY];
    key[0] = (byte) first;
    return key;
  }
}
