/**
 * The list and the rules in use: read and compiled once at start, from the package or from a city's
 * own folders.
 */
package org.liangpai.catalogue;
