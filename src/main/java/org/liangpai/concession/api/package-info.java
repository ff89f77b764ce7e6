/** The API of concessions. */
package org.liangpai.concession.api;
