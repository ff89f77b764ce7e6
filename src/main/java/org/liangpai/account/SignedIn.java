package org.liangpai.account;

import org.liangpai.security.Viewer;

/**
 * Somebody who signed in. While something is pending, the viewer holds no post, so that nothing
 * else can be done.
 *
 * @param sessionId {@code null} without a session, as with HTTP Basic or an access token
 * @param pending what has to be done first, or {@code null}
 * @param byToken whether an access token let them in, and not they themselves
 */
public record SignedIn(
    long accountId,
    String account,
    String displayName,
    boolean demonstration,
    Viewer viewer,
    Long sessionId,
    Pending pending,
    boolean byToken) {}
