/** The API of the reminders. */
package org.liangpai.development.api;
