/** The pages of rectification. */
package org.liangpai.rectification.web;
