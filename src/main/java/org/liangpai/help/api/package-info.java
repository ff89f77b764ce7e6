/** The API of help requests. */
package org.liangpai.help.api;
