/** The API of cross-checks. */
package org.liangpai.crosscheck.api;
