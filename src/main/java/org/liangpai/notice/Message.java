package org.liangpai.notice;

import java.util.List;
import java.util.UUID;

/**
 * A message of the outbox, as it is taken to be sent.
 *
 * @param id stays the same however often it is sent
 * @param recipient the name of the account, or the id of the robot
 * @param attempts how often it was taken, this time included
 */
record Message(
    UUID id, Channel channel, String recipient, int attempts, List<ToldNotice> notices) {}
