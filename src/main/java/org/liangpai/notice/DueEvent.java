package org.liangpai.notice;

import java.time.LocalDate;

/**
 * A day on which something is due.
 *
 * @param key names what is due, and stays the same when it is put off
 * @param link the path of the page on which it is dealt with
 */
record DueEvent(String key, LocalDate day, String title, String text, String link) {}
