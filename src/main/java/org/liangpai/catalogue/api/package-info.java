/** The API of the warning list. */
package org.liangpai.catalogue.api;
