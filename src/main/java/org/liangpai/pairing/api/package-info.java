/** The API of pairings. */
package org.liangpai.pairing.api;
