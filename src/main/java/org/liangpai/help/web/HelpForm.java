package org.liangpai.help.web;

import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.help.HelpSubject;
import org.liangpai.help.HelpUrgency;
import org.liangpai.help.NewHelp;
import org.liangpai.shared.Parameters;

/** The form by which help is asked for. */
public class HelpForm {

  @RestForm String asker;
  @RestForm String unit;
  @RestForm String subject;
  @RestForm String urgency;
  @RestForm String content;
  @RestForm String dueOn;
  @RestForm String line;

  /**
   * What it asks for.
   *
   * @param card the number of the card for which it is needed, or {@code null}
   */
  NewHelp asked(String card) {
    return new NewHelp(
        Parameters.optionalText(asker).orElse(null),
        Parameters.optionalText(unit).orElse(null),
        Parameters.optionalOf(HelpSubject.class, "subject", subject).orElse(null),
        Parameters.optionalOf(HelpUrgency.class, "urgency", urgency).orElse(null),
        content,
        Parameters.optionalDay("dueOn", dueOn).orElse(null),
        card,
        Parameters.optionalText(line).map(id -> Parameters.number("情形", id)).orElse(null));
  }
}
