/**
 * The artificial sample city, and the first start on an empty database that loads and sweeps it.
 * Everything in the city is invented and says so in its name.
 */
package org.liangpai.sample;
