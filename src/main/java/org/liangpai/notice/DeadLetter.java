package org.liangpai.notice;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A message that was tried often enough. It tells to whom and why not, but not what it says: that
 * is for its recipient.
 *
 * @param recipient the name of the account, or of the robot
 */
public record DeadLetter(
    UUID id,
    Channel channel,
    String channelLabel,
    String recipient,
    int notices,
    OffsetDateTime createdAt,
    OffsetDateTime endedAt,
    String lastError) {}
