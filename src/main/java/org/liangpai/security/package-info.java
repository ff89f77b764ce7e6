/** Who looks and acts, and which part of the hierarchy they may see: the viewer and their scope. */
package org.liangpai.security;
