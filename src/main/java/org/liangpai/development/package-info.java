/** Reminders about the development of members (发展党员), in three colours: a view of findings. */
package org.liangpai.development;
