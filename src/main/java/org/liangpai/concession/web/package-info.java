/** The pages of concessions. */
package org.liangpai.concession.web;
