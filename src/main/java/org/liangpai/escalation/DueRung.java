package org.liangpai.escalation;

import java.time.LocalDate;
import org.liangpai.warninglist.Rung;

/**
 * A rung that is to be taken.
 *
 * @param anchor the day around which it was counted
 * @param on the day on which it fell due
 * @param reason why, in one Chinese sentence
 */
record DueRung(Rung rung, LocalDate anchor, LocalDate on, String reason) {}
