/** The pages of pairings, and their section on the page of a card. */
package org.liangpai.pairing.web;
