package org.liangpai.development;

import java.util.Optional;

/**
 * Which reminders are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 */
public record ReminderFilter(Optional<String> unit, Optional<Light> light) {}
