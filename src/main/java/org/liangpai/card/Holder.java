package org.liangpai.card;

import java.util.Comparator;

/**
 * Who holds a card and who issues it.
 *
 * @param code of the branch or unit
 * @param issuerCode the verifier: for a branch its base-level committee, for a committee the unit
 *     above it
 */
public record Holder(HolderKind kind, String code, String issuerCode) {

  static final Comparator<Holder> ORDER =
      Comparator.comparing(Holder::issuerCode)
          .thenComparing(Holder::kind)
          .thenComparing(Holder::code);
}
