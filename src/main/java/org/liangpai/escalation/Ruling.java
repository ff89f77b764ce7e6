package org.liangpai.escalation;

import java.util.List;

/**
 * What the ladder decides: the rungs to take now, in order, and what is to be said once they are
 * taken.
 */
record Ruling(List<DueRung> due, Outlook outlook) {

  static Ruling silent(LadderState state, String reason) {
    return new Ruling(List.of(), Outlook.silent(state, reason));
  }
}
