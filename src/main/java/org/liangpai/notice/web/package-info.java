/** The pages of notices. */
package org.liangpai.notice.web;
