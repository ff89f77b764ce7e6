/**
 * The warning list (预警清单): its items, levels, domains and numbers as dated values, and the reader
 * of its YAML files. Pure values, no framework.
 */
package org.liangpai.warninglist;
