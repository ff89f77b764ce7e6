package org.liangpai.accountability;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A case as the levels above see it.
 *
 * @param unitCode the party organisation whose head it concerns
 * @param branchCode the branch on whose account, or {@code null}
 * @param cardNumber the card on whose account, or {@code null}
 * @param proposedMeasure what the service proposed, or {@code null} if people opened the case
 * @param post whom it concerns, by post
 * @param decision why it was opened or declined, in the words of whoever decided
 */
public record CaseView(
    long id,
    Ground ground,
    String groundLabel,
    String grounds,
    String unitCode,
    String unitName,
    String unitPath,
    String branchCode,
    String branchName,
    String cardNumber,
    AnsweringMeasure proposedMeasure,
    OffsetDateTime proposedAt,
    CaseStatus status,
    String statusLabel,
    AnsweringMeasure measure,
    String measureLabel,
    String post,
    String decision,
    LocalDate decidedOn,
    String decidedBy,
    String result,
    LocalDate resultOn,
    String concludedBy) {}
