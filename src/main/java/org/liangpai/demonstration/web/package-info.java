/** The pages of demonstration branches. */
package org.liangpai.demonstration.web;
