/** Notices (通知): what is told to whoever holds a post, written with the act that it tells of. */
package org.liangpai.notice;
