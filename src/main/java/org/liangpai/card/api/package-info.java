/** The API of cards. */
package org.liangpai.card.api;
