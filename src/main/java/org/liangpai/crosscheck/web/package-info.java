/** The pages of cross-checks. */
package org.liangpai.crosscheck.web;
