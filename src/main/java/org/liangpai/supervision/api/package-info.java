/** The API of supervision. */
package org.liangpai.supervision.api;
