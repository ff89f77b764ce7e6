/** The API of rectification. */
package org.liangpai.rectification.api;
