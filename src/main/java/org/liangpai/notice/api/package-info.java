/** The inbox, the settings and the channels of notices as an API. */
package org.liangpai.notice.api;
