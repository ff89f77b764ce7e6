/** What pages of cards show of evidence. */
package org.liangpai.evidence.web;
