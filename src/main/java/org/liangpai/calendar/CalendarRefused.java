package org.liangpai.calendar;

import java.util.List;

/**
 * A file with special days is malformed; the message names file, line, value and what is allowed.
 */
public class CalendarRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 20;

  CalendarRefused(List<String> errors) {
    super(
        String.join("\n", errors.subList(0, Math.min(SHOWN, errors.size())))
            + (errors.size() > SHOWN ? "\n……共 %d 处错误".formatted(errors.size()) : ""));
  }
}
