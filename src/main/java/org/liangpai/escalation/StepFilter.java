package org.liangpai.escalation;

import java.util.Optional;
import org.liangpai.warninglist.Rung;

/**
 * Which steps are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 */
public record StepFilter(Optional<String> card, Optional<String> unit, Optional<Rung.Name> rung) {}
