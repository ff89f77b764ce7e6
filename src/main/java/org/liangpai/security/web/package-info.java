/** What a page offers to its viewer. */
package org.liangpai.security.web;
