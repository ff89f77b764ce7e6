/** The one working calendar: due days, reminders and filing days are all counted by it. */
package org.liangpai.calendar;
