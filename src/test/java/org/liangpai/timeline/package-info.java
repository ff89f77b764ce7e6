/**
 * Whole stories of cards over months, with a clock that the story moves from morning to morning.
 */
package org.liangpai.timeline;
