package org.liangpai.evaluation;

import org.liangpai.warninglist.Level;

/**
 * A situation that was found, with its level.
 *
 * @param running how many judged windows in a row it has been there, this one included
 * @param sentence the values and the limit in one Chinese sentence
 */
public record Hit(Verdict verdict, int running, Level level, String sentence) {}
