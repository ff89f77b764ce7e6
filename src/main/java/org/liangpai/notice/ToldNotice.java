package org.liangpai.notice;

/** What a message says of one notice. */
record ToldNotice(NoticeKind kind, String title, String body, String link) {}
