package org.liangpai.rectification;

import java.util.Optional;

/**
 * Which open lines are wanted.
 *
 * @param mine only those with which it is the viewer's turn
 * @param unit a unit and all below it
 */
public record TurnFilter(boolean mine, Optional<String> unit) {}
