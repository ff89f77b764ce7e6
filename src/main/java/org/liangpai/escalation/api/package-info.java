/** The API of the ladder. */
package org.liangpai.escalation.api;
