package org.liangpai.notice;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A notice in an inbox.
 *
 * @param link the path of the page on which one can do something about it
 * @param addressees the posts of the reader to which it is addressed
 * @param readAt when the reader read it, or {@code null}
 */
public record NoticeView(
    long id,
    NoticeKind kind,
    String kindLabel,
    String title,
    String body,
    String link,
    OffsetDateTime at,
    List<String> addressees,
    OffsetDateTime readAt) {}
