package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.Set;
import org.liangpai.warninglist.Rung;

/**
 * What a committee has still to verify of a month.
 *
 * @param dueOn the earliest day by which something of it is to be verified; {@code null} if nothing
 *     is
 * @param pending how many findings nobody has decided on
 */
record VerificationState(LocalDate dueOn, int pending, Set<Rung.Name> taken) {}
