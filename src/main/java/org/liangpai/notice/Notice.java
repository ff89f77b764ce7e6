package org.liangpai.notice;

import java.util.List;

/**
 * One thing to be told.
 *
 * @param key names what happened, such as {@code W1-2026-0001 URGE_BRANCH}; it is told once
 * @param title one short Chinese line
 * @param body one or two Chinese sentences: what happened, what to do, until when
 * @param link the path of the page on which one can do something about it
 */
public record Notice(
    String key,
    NoticeKind kind,
    String title,
    String body,
    String link,
    List<Addressee> addressees) {}
