/** The page of the reminders. */
package org.liangpai.development.web;
