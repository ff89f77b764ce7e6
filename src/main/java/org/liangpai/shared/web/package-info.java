/** What all pages share: how texts are written, and how an error looks. */
package org.liangpai.shared.web;
