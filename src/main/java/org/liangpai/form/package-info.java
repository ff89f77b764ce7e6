/** What a page tells about a form that was sent, and what was typed into it. */
package org.liangpai.form;
