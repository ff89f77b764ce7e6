/** The API of evidence. */
package org.liangpai.evidence.api;
