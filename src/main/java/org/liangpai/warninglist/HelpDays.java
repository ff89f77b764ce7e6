package org.liangpai.warninglist;

/**
 * By when help is due if nothing else is said, and how it climbs.
 *
 * @param normal working days of a normal request
 * @param urgent working days of an urgent request
 * @param hard working days of a hard request
 * @param climb after how many working days more an overdue request is told one level higher
 */
public record HelpDays(int normal, int urgent, int hard, int climb) {}
