/**
 * The pages that look across the features: how the whole city stands, and how one branch stands.
 */
package org.liangpai.overview.web;
