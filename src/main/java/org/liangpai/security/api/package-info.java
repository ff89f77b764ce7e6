/** Ties the viewer to the request. */
package org.liangpai.security.api;
