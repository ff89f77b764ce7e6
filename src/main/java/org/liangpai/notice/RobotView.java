package org.liangpai.notice;

import java.time.OffsetDateTime;

/**
 * A robot, as it is shown: without key and secret.
 *
 * @param shownAddress the host and the last letters, by which one knows it again
 * @param signed whether its messages are signed
 */
public record RobotView(
    long id,
    RobotKind kind,
    String kindLabel,
    String name,
    String unitCode,
    String unitName,
    String shownAddress,
    boolean signed,
    Rhythm rhythm,
    String rhythmLabel,
    OffsetDateTime createdAt,
    String createdBy) {}
