package org.liangpai.help;

import java.time.LocalDate;

/**
 * What is asked, of whom.
 *
 * @param asker the code of the branch or committee in whose name it is asked; {@code null} if the
 *     viewer holds one such post only
 * @param unit the code of the asked unit
 * @param dueOn {@code null} for the day that the list sets for the urgency
 * @param card the number of the card for which it is needed, or {@code null}
 * @param line the line of that card, or {@code null}
 */
public record NewHelp(
    String asker,
    String unit,
    HelpSubject subject,
    HelpUrgency urgency,
    String content,
    LocalDate dueOn,
    String card,
    Long line) {}
