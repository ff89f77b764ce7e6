/** The REST resources that read units and branches. */
package org.liangpai.branch.api;
