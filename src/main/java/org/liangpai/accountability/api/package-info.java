/** The API of accountability. */
package org.liangpai.accountability.api;
