/** Answers to forms of pages, before and after the pages themselves make them. */
package org.liangpai.form.web;
