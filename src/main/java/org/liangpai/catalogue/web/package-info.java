/** What pages take from the list: the colours of its levels. */
package org.liangpai.catalogue.web;
