/** The page of the history of a record. */
package org.liangpai.monthlyrecord.web;
