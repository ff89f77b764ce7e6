/** The API of demonstration branches. */
package org.liangpai.demonstration.api;
