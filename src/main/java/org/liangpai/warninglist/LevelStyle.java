package org.liangpai.warninglist;

/**
 * How a level is shown: never by colour alone.
 *
 * @param word its word, such as 黄牌
 * @param shape its shape as one character, such as ●
 * @param shapeName the name of the shape for a reader who does not see it
 * @param colour its colour as {@code #rrggbb}
 */
public record LevelStyle(Level level, String word, String shape, String shapeName, String colour) {}
