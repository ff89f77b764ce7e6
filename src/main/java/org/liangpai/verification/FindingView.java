package org.liangpai.verification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.liangpai.sweep.ItemText;

/**
 * A finding as it is shown: with the sentence, the values and limits it was judged by, and the text
 * of its item.
 *
 * @param stillHit whether the latest sweep of the month found it again
 * @param verifyDueOn by when it is to be verified; {@code null} while its item is on trial
 * @param verifier the code of the unit that verifies it
 * @param mine whether the viewer verifies it
 * @param comments what the committee said about what is its own duty
 * @param card the number of the card that it is on, or {@code null}
 * @param cardStood whether that card was there before, for an earlier month
 */
public record FindingView(
    long id,
    String branchCode,
    String branchName,
    String unitPath,
    String month,
    String item,
    ItemText text,
    String duty,
    boolean carded,
    String level,
    int running,
    FindingStatus status,
    String sentence,
    Map<String, Object> values,
    Map<String, Object> limits,
    int workingDays,
    String listFingerprint,
    Integer recordVersion,
    int rosterVersion,
    String foundIn,
    OffsetDateTime foundAt,
    LocalDate verifyDueOn,
    boolean stillHit,
    OffsetDateTime decidedAt,
    String decidedBy,
    String reason,
    String verifier,
    String verifierName,
    boolean mine,
    List<FindingComment> comments,
    String card,
    boolean cardStood) {}
