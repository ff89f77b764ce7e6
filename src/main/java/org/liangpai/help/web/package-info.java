/** The pages of help requests. */
package org.liangpai.help.web;
