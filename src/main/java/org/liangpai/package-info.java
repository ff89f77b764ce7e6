/** The entry of the service. */
package org.liangpai;
