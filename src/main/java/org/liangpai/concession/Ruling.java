package org.liangpai.concession;

/**
 * What somebody decides on a request.
 *
 * @param workingDays of an extension, if fewer are granted than were asked for; else {@code null}
 */
public record Ruling(boolean granted, Integer workingDays, String reason) {}
