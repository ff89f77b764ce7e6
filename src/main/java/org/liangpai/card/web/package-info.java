/** The pages of cards. */
package org.liangpai.card.web;
