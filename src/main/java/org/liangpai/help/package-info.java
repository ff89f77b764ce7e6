/** Asking for help (吹哨报到): what a branch or committee cannot do itself, and what became of it. */
package org.liangpai.help;
