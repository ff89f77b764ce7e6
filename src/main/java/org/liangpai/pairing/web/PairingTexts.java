package org.liangpai.pairing.web;

import io.quarkus.qute.TemplateExtension;
import org.liangpai.pairing.ExchangeKind;
import org.liangpai.pairing.PairingView;

/** What pages call a visit and an exchange. */
@TemplateExtension
public final class PairingTexts {

  private PairingTexts() {}

  /** The word for how the branches met. */
  public static String label(PairingView.ExchangeView exchange) {
    return ExchangeKind.valueOf(exchange.kind()).label();
  }
}
