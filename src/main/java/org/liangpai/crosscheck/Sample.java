package org.liangpai.crosscheck;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * One that was drawn, frozen as it was on the day of the draw.
 *
 * @param verifier the committee that verified or cleared it
 * @param checker the unit that checks it
 * @param content what whoever checks needs to know of it
 * @param answer what they found, or {@code null}
 * @param mine it waits for the viewer's unit
 */
public record Sample(
    long id,
    String key,
    String verifier,
    String verifierName,
    String checker,
    String checkerName,
    Map<String, Object> content,
    Answer answer,
    String answerText,
    OffsetDateTime answeredAt,
    String answeredBy,
    boolean mine) {}
