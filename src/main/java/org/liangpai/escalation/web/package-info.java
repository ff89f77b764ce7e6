/** The pages of the ladder. */
package org.liangpai.escalation.web;
