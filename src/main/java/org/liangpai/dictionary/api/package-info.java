/** The data dictionary as part of the description of the API. */
package org.liangpai.dictionary.api;
